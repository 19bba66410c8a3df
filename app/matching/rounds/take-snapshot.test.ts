import { serialize } from "node:v8";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { RoundSnapshot } from "./round.ts";
import { packSnapshot, unpackSnapshot } from "./take-snapshot.ts";

const kept: RoundSnapshot = {
  version: 2,
  menteeIds: ["a"],
  mentorIds: ["b"],
  visibility: { mentees: [{}], mentors: [{}] },
  scoring: { mentees: { count: 1, columns: {} }, mentors: { count: 1, columns: {} }, must: [], should: [] },
  keys: { must: [], should: [] },
  places: [1],
  locks: [],
  seed: 7,
  objective: "stable",
  settings: { unranked: "never" },
  choices: { mentees: [{ of: 0, about: 0, rank: 1 }], mentors: [] },
  groups: null,
  least: null,
  wishes: null,
};

test("what is packed comes out again, but for groups, which are not kept", async () => {
  const groups = { labels: ["yes"], of: [0], smallest: 5 };
  expect(await unpackSnapshot(await packSnapshot({ ...kept, groups }))).toEqual(kept);
});

test("a snapshot from before there were choices is one without any", async () => {
  const { settings: _settings, choices: _choices, groups: _groups, wishes: _wishes, ...first } = kept;
  const bytes = deflateSync(serialize({ ...first, version: 1, objective: "most-good" }));
  expect(await unpackSnapshot(bytes)).toMatchObject({
    version: 2,
    menteeIds: ["a"],
    objective: "most-good",
    settings: {},
    choices: { mentees: [], mentors: [] },
    groups: null,
  });
});
