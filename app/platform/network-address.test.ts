import { expect, test } from "vitest";
import { askingAddress, networks } from "./network-address.ts";

const forwarded = (value: string) => new Headers({ "x-forwarded-for": value });

test("what a stranger claims about her address is not believed", () => {
  expect(askingAddress(forwarded("1.2.3.4"), "203.0.113.9", networks([]))).toBe("203.0.113.9");
  expect(askingAddress(forwarded("1.2.3.4"), "203.0.113.9", networks(["10.0.0.0/8"]))).toBe("203.0.113.9");
});

test("a trusted proxy says who asks, and what stands before that is the asker's own claim", () => {
  expect(askingAddress(forwarded("1.2.3.4, 198.51.100.7"), "::ffff:10.0.0.2", networks(["10.0.0.0/8"]))).toBe("198.51.100.7");
  expect(askingAddress(forwarded("198.51.100.7, 10.1.1.1"), "10.0.0.2", networks(["10.0.0.0/8"]))).toBe("198.51.100.7");
  expect(askingAddress(new Headers(), "10.0.0.2", networks(["10.0.0.2"]))).toBe("10.0.0.2");
});
