import { expect, test } from "vitest";
import { testApp } from "../../../testing/app.ts";
import { newId } from "../../platform/identifiers.ts";
import { parseCookies } from "../../platform/cookies.ts";
import { readSignedCookie, sessionCookie, sessionToken } from "./session-cookie.ts";
import { startSession } from "./start-session.ts";

test("a session started for a person is found by its cookie, and its cookie by nobody else's hand", async () => {
  await using app = await testApp();
  const personId = newId();
  await app.owner.insertInto("auth.person").values({ id: personId, email: "maya@example.org", name: "Maya" }).execute();

  const cookies = await startSession(app, personId, { headers: new Headers({ "user-agent": "A browser" }), address: "192.0.2.7" });
  const cookie = cookies.find((one) => one.startsWith(sessionCookie));
  expect(cookie).toMatch(/; Path=\/(;|$)/);
  expect(cookie).toMatch(/; HttpOnly(;|$)/);
  expect(cookie).toMatch(/; Secure(;|$)/);
  expect(cookie).toMatch(/; SameSite=Lax(;|$)/);
  expect(cookie).not.toMatch(/Domain/i);

  const jar = parseCookies(cookie?.split(";")[0]);
  const token = sessionToken(jar, app.settings.secret);
  const session = await app.owner.selectFrom("auth.session").selectAll().where("person_id", "=", personId).executeTakeFirstOrThrow();
  expect(token).toBe(session.token);
  expect(session.user_agent).toBe("A browser");
  expect(session.ip_address).toBe("192.0.2.7");
  expect(session.expires_at.getTime() - Date.now()).toBeLessThan(31 * 86_400_000);

  expect(sessionToken(jar, "another secret of thirty-two characters")).toBeUndefined();
  const forged = new Map([[sessionCookie, jar.get(sessionCookie)!.replace(/^./, (first) => (first === "a" ? "b" : "a"))]]);
  expect(readSignedCookie(forged, sessionCookie, app.settings.secret)).toBeUndefined();
  for (const broken of ["", ".", "%", "abc", `${token}.`, `${token}.${"A".repeat(44)}`])
    expect(readSignedCookie(new Map([[sessionCookie, broken]]), sessionCookie, app.settings.secret)).toBeUndefined();
});
