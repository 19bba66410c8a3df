import { expect, test } from "vitest";
import { authenticityOf } from "./authenticity.ts";

const of = (...values: string[]) => authenticityOf(values, "mx.example.org", "maya@mail.example.net");

test.each([
  ["mx.example.org; dmarc=pass (p=none dis=none) header.from=mail.example.net", "proved"],
  ["MX.example.org 1; spf=fail smtp.mailfrom=other.test;\r\n\tdmarc=pass header.from=mail.example.net", "proved"],
  ["mx.example.org; dmarc=fail (p=reject) header.from=mail.example.net", "unproved"],
  ["mx.example.org; dmarc=temperror; dkim=pass header.d=mail.example.net", "unproved"],
  // Somebody else's domain is proved, and not hers.
  ["mx.example.org; dmarc=pass header.from=other.test", "unproved"],
  ["mx.example.org; dmarc=none; dkim=pass (2048-bit) header.d=example.net header.s=a", "proved"],
  ["mx.example.org; dkim=pass header.i=@mail.example.net", "proved"],
  ["mx.example.org; dkim=pass header.d=evil.mail.example.net", "unproved"],
  ["mx.example.org; dkim=pass header.d=net", "unproved"],
  ["mx.example.org; dkim=pass header.d=ample.net; spf=pass smtp.mailfrom=x@other.test", "unproved"],
  ['mx.example.org; spf=pass smtp.mailfrom="maya@mail.example.net"', "proved"],
  ["mx.example.org; spf=softfail smtp.mailfrom=mail.example.net; dkim=none", "unproved"],
  ["mx.example.org; none", "unproved"],
  ["mx.example.org (dmarc=pass; (header.from=mail.example.net)); dkim=fail header.d=mail.example.net", "unproved"],
  ["evil.test; dmarc=pass header.from=mail.example.net", "unproved"],
  ["mx.example.org.evil.test; dmarc=pass header.from=mail.example.net", "unproved"],
  ["", "unproved"],
])("what the trusted server says decides: %s is %s", (value, expected) => {
  expect(of(value)).toBe(expected);
});

test("results may stand in several headers, and where two contradict each other nothing is proved", () => {
  const pass = "mx.example.org; dmarc=pass header.from=mail.example.net";
  expect(of("mx.example.org; spf=fail", pass)).toBe("proved");
  expect(of(pass, "mx.example.org; dmarc=fail header.from=mail.example.net")).toBe("unproved");
  expect(of()).toBe("unproved");
});

test("where no server is trusted nothing is known, and without one author nothing is proved", () => {
  const pass = "mx.example.org; dmarc=pass";
  expect(authenticityOf([pass], undefined, "maya@example.net")).toBe("unknown");
  expect(authenticityOf([pass], "mx.example.org", undefined)).toBe("unproved");
});
