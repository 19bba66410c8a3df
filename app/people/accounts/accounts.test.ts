/** What needs no server. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkOf } from "./attempts.ts";
import { readToken } from "./entry-link.ts";
import { passwordFault } from "./password.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";
import { returnPath } from "./return-path.ts";
import { readCode } from "./second-factor/code.ts";
import { makeBackupCodes } from "./second-factor/make-backup-codes.ts";
import { base32 } from "./second-factor/otpauth.ts";
import { isTimeZone, timeZoneOptions } from "./time-zones.ts";

describe("a password", () => {
  const maya = { email: "maya.okafor@riverside.example", name: "Maya Okafor" };
  const fault = (password: string) => passwordFault(password, maya)?.("en");

  test("may be anything long enough", () => {
    for (const good of [
      "rain on the tin roof",
      "مطر على السقف",
      "ñandú y carpincho",
      "x7#kQ2pv",
      "  spaces at both ends  ",
      "🌱🌿🌳🍂🌾🌼🐛🪵",
    ])
      expect(fault(good), good).toBeUndefined();
  });
  test("is refused where it is short, endless, common, monotonous or her own", () => {
    expect(fault("x7#kQ2p")).toContain("8 characters or more");
    expect(fault("a".repeat(150) + "bcd".repeat(20))).toContain("200 characters at the most");
    for (const common of ["password", "Password", "12345678", "qwertyuiop", "P.a.s.s.w.o.r.d", "abababababab", "iloveyou"])
      expect(fault(common), common).toContain("guessed first");
    for (const own of ["maya.okafor@riverside.example", "MayaOkafor", "okafor2026", "2026okafor99", "maya.okafor"])
      expect(fault(own), own).toContain("too close");
  });
  test("is kept as argon2id, with its own salt, and known again in either composition", async () => {
    const [first, second] = await Promise.all([hashPassword("cafe\u0301 au lait"), hashPassword("cafe\u0301 au lait")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword({ hash: first, password: "caf\u00e9 au lait" })).toBe(true);
    expect(await verifyPassword({ hash: first, password: "cafe au lait" })).toBe(false);
    await expect(verifyPassword({ hash: "plain text", password: "plain text" })).rejects.toThrow("not ours");
  });
});

test("a return path is a path of this site, whatever is asked for", () => {
  expect(returnPath("/organizations/1?page=2")).toBe("/organizations/1?page=2");
  expect(returnPath(null)).toBe("/");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
        fc.string().map((text) => `//${text}`),
      ),
      (wanted) => {
        const path = returnPath(wanted);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, "https://here.test").host).toBe("here.test");
      },
    ),
  );
});

test("of IPv6 a whole network is one asker, of IPv4 one address", () => {
  expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(networkOf("2001:DB8:1:2::1")).toBe("2001:db8:1:2");
  expect(networkOf("2001:0db8::5")).toBe("2001:db8:0:0");
  expect(networkOf("::1")).toBe("0:0:0:0");
});

test("codes are read as people type them", () => {
  expect(readCode(" 123 456 ")).toEqual({ kind: "authenticator", text: "123456" });
  expect(readCode("١٢٣٤٥٦")).toEqual({ kind: "authenticator", text: "123456" });
  expect(readCode("۱۲۳۴۵۶")).toEqual({ kind: "authenticator", text: "123456" });
  for (const typed of ["ab3de-fg7hj", " AB3DE fg7hj", "ab3defg7hj", "ab3de‑fg7hj"])
    expect(readCode(typed)).toEqual({ kind: "backup", text: "ab3de-fg7hj" });
  for (const code of makeBackupCodes()) expect(readCode(code)).toEqual({ kind: "backup", text: code });
  expect(new Set(makeBackupCodes()).size).toBe(10);
});

test("base 32 is that of RFC 4648", () => {
  const vectors = { "": "", f: "MY", fo: "MZXQ", foo: "MZXW6", foob: "MZXW6YQ", fooba: "MZXW6YTB", foobar: "MZXW6YTBOI" };
  for (const [text, encoded] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(encoded);
});

test("a token that is none names no organization", () => {
  for (const broken of ["", ".", "x.y", "a".repeat(22), `${"A".repeat(22)}.`, `${"A".repeat(22)}.b.c`])
    expect(readToken(broken), broken).toBeUndefined();
  expect(readToken(`${Buffer.alloc(16, 1).toString("base64url")}.secret`)?.organizationId).toBe("01010101-0101-0101-0101-010101010101");
});

test("time zones are those of the database of time zones", () => {
  expect(isTimeZone("Africa/Lagos")).toBe(true);
  expect(isTimeZone("Middle/Earth")).toBe(false);
  expect(isTimeZone("")).toBe(false);
  expect(timeZoneOptions("Asia/Calcutta").some(({ value }) => value === "Asia/Calcutta")).toBe(true);
});
