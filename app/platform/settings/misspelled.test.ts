import { expect, test } from "vitest";
import { settingNames } from "./catalog.ts";
import { misspelled } from "./misspelled.ts";

test("a misspelled setting is pointed out with what was probably meant", () => {
  expect(misspelled(["DATABSE_URL", "SMPT_URL", "PROT", "port"])).toEqual([
    "DATABSE_URL is not a setting and is ignored; did you mean DATABASE_URL?",
    "SMPT_URL is not a setting and is ignored; did you mean SMTP_URL?",
    "PROT is not a setting and is ignored; did you mean PORT?",
    "port is not a setting and is ignored; did you mean PORT?",
  ]);
});

test("settings themselves and what shells and npm put into the environment raise no warning", () => {
  const usual = [
    "HOME",
    "HOSTNAME",
    "PATH",
    "PWD",
    "SHELL",
    "USER",
    "MAIL",
    "LANG",
    "TERM",
    "XDG_DATA_DIRS",
    "NODE_ENV",
    "npm_config_port",
  ];
  expect(misspelled([...settingNames, ...usual])).toEqual([]);
});
