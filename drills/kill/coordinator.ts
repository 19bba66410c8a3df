/** What the coordinator does in her browser, up to the buttons that the drill presses itself. */
import { fill, type FilledForm, HttpVisitor } from "../http-visitor.ts";
import type { Installation } from "./installation.ts";

export interface Program {
  readonly organizationId: string;
  readonly programId: string;
  readonly path: string;
}

const idsOf = (location: string): string[] => location.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];

/** Takes the printed link, makes the owner and the first organization, and returns her browser and her organization. */
export async function setUp(installation: Installation): Promise<{ ruth: HttpVisitor; organizationId: string }> {
  const ruth = new HttpVisitor(installation.url);
  const page = await ruth.open(await installation.setUpPath());
  const plan = {
    name: "Ruth Amsel",
    email: "ruth@drill.test",
    password: "a long walk in the forest",
    organization: "Riverside University",
    timeZone: "Europe/Madrid",
  };
  const location = await ruth.submit(fill(page, { field: "token" }, plan));
  return { ruth, organizationId: idsOf(location)[0]! };
}

export async function newProgramForm(ruth: HttpVisitor, organizationId: string, name: string): Promise<FilledForm> {
  const page = await ruth.open(`/organizations/${organizationId}/programs/new`);
  return fill(page, { field: "defaultCapacity" }, { name, adultsOnly: "on" });
}

function programAt(location: string): Program {
  const [organizationId = "", programId = ""] = idsOf(location);
  return { organizationId, programId, path: `/organizations/${organizationId}/programs/${programId}` };
}

export const makeProgram = async (ruth: HttpVisitor, organizationId: string, name: string): Promise<Program> =>
  programAt(await ruth.submit(await newProgramForm(ruth, organizationId, name)));

export interface PreparedImport {
  readonly importId: string;
  readonly path: string;
  /** What makes people of it, once it is sent. */
  readonly start: FilledForm;
}

/** Uploads a file, takes the columns as they are guessed, and comes as far as the dry run. */
export async function prepareImport(ruth: HttpVisitor, program: Program, role: "mentor" | "mentee", csv: string): Promise<PreparedImport> {
  const file = new File([csv], `${role}s.csv`, { type: "text/csv" });
  const upload = await ruth.open(`${program.path}/imports/new`);
  const path = await ruth.submit(fill(upload, { field: "role" }, { role, file }));
  const columns = await ruth.openUntil(path, (html) => html.includes('value="map"'));
  await ruth.submit(fill(columns, { act: "map" }, {}));
  const checked = await ruth.openUntil(path, (html) => html.includes('value="start"'));
  return { importId: idsOf(path).at(-1)!, path, start: fill(checked, { act: "start" }, {}) };
}

export const isDone = (html: string): boolean => html.includes('value="undo"');

export async function importWhole(ruth: HttpVisitor, program: Program, role: "mentor" | "mentee", csv: string): Promise<void> {
  const { path, start } = await prepareImport(ruth, program, role, csv);
  await ruth.submit(start);
  await ruth.openUntil(path, isDone, 120_000);
}

export interface PreparedRound {
  readonly roundId: string;
  readonly publish: FilledForm;
  /** The same button in a second window. */
  readonly publishToo: FilledForm;
}

/** Runs a round among these people, and comes as far as the button that publishes it. */
export async function prepareRound(
  ruth: HttpVisitor,
  program: Program,
  picked: { mentees: readonly string[]; mentors: readonly string[] },
): Promise<PreparedRound> {
  const page = await ruth.open(`${program.path}/rounds/new`);
  const wish = { who: "picked", mentees: picked.mentees.join("\n"), mentors: picked.mentors.join("\n"), objective: "most-people" };
  const board = await ruth.submit(fill(page, { field: "seed" }, wish));
  await ruth.openUntil(board, (html) => html.includes(`${board}/publish`));
  const publishForm = async (): Promise<FilledForm> => fill(await ruth.open(`${board}/publish`), { action: `${board}/publish` }, {});
  return { roundId: idsOf(board).at(-1)!, publish: await publishForm(), publishToo: await publishForm() };
}
