import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotStart } from "./cannot-start.ts";
import { readSettings } from "./settings.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "understory-settings-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

test("the first start makes a secret that only its own account can read, and the next start finds it", () => {
  const dataDir = path.join(dir, "not there yet");
  const { secret } = readSettings({ DATA_DIR: dataDir }, []);
  expect(Buffer.byteLength(secret)).toBeGreaterThanOrEqual(32);
  expect(statSync(path.join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  expect(readSettings({ DATA_DIR: dataDir }, []).secret).toBe(secret);
  expect(readdirSync(dataDir)).toEqual(["secret"]);
});

test("a secret from the settings is used and not written down", () => {
  const given = "x".repeat(32);
  expect(readSettings({ DATA_DIR: dir, SECRET: given }, []).secret).toBe(given);
  expect(readdirSync(dir)).toEqual([]);
});

test("former secrets stand below the newest in the file, or in a setting", () => {
  const [newest, before, given] = ["n".repeat(40), "b".repeat(40), "g".repeat(40)];
  writeFileSync(path.join(dir, "secret"), `${newest}\n${before}\n`);
  expect(readSettings({ DATA_DIR: dir }, [])).toMatchObject({ secret: newest, formerSecrets: [before] });
  expect(readSettings({ DATA_DIR: dir, FORMER_SECRETS: given }, []).formerSecrets).toEqual([before, given]);
  const fromSettings = readSettings({ DATA_DIR: dir, SECRET: given, FORMER_SECRETS: `${newest}, ${before}` }, []);
  expect(fromSettings).toMatchObject({ secret: given, formerSecrets: [newest, before] });
  expect(() => readSettings({ DATA_DIR: dir, FORMER_SECRETS: "short" }, [])).toThrow(
    /^FORMER_SECRETS must be secrets of at least 32 bytes/,
  );
  expect(() => readSettings({ DATA_DIR: dir, LOST_SECRETS: newest }, [])).toThrow(/^LOST_SECRETS must be names of keys/);
  writeFileSync(path.join(dir, "secret"), `${newest}\nshort\n`);
  expect(() => readSettings({ DATA_DIR: dir }, [])).toThrow(/less than 32 bytes in one of its lines/);
});

test("a damaged secret is never replaced in silence", () => {
  writeFileSync(path.join(dir, "secret"), "");
  expect(() => readSettings({ DATA_DIR: dir }, [])).toThrow(/holds less than 32 bytes: restore it from a backup/);
  expect(readFileSync(path.join(dir, "secret"), "utf8")).toBe("");
});

test("a secret that cannot be kept is one sentence", () => {
  mkdirSync(path.join(dir, "secret"));
  expect(() => readSettings({ DATA_DIR: dir }, [])).toThrow(CannotStart);
  expect(() => readSettings({ DATA_DIR: dir }, [])).toThrow(/^DATA_DIR: the secret cannot be kept in /);
});

test("what is wrong ends the start with exit code 2, an unknown option too", () => {
  try {
    readSettings({ DATA_DIR: dir, PORT: "0" }, ["--port=80"]);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(CannotStart);
    expect((error as CannotStart).exitCode).toBe(2);
    expect((error as CannotStart).message.split("\n")).toEqual([
      "--port=80 is not an option: settings come from the environment, as in PORT=8080 npm start.",
      "PORT must be a whole number from 1 to 65535 (it is «0»).",
      "Nothing was started. npm start -- --help lists all settings.",
    ]);
  }
});

test("--help prints the settings and ends well, whatever is set", () => {
  const script = `import { readSettings } from "./app/platform/settings/settings.ts"; readSettings(process.env, ["--help"]); console.log("went on");`;
  const result = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8", env: { PORT: "wrong" } });
  expect(result).toMatchObject({ status: 0, stderr: "" });
  expect(result.stdout).toContain("DATABASE_APP_URL");
  expect(result.stdout).not.toContain("went on");
});
