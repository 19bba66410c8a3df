import { Transformer } from "@napi-rs/image";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type Conversing, converse } from "../../../testing/conversing.ts";
import { newId } from "../../platform/identifiers.ts";
import { pictureSize } from "../../platform/pictures/picture-size.ts";
import { blockPerson } from "./block-person.ts";
import { deleteMessage } from "./change-message.ts";
import { fileKind } from "./file-kind.ts";
import { listMessages } from "./list-messages.ts";

let app: TestApp;
let theirs: Conversing;
beforeAll(async () => {
  app = await testApp();
  theirs = await converse(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const jpeg = async (width: number, height: number): Promise<Buffer> =>
  Transformer.fromRgbaPixels(Buffer.alloc(width * height * 4, 200), width, height).jpeg(90);
/** With a remark inside, as cameras write where they were. */
const withRemark = (picture: Buffer): Buffer => {
  const remark = Buffer.from("Home is at 52.5, 13.4");
  const head = Buffer.from([0xff, 0xfe, 0, remark.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), head, remark, picture.subarray(2)]);
};
const send = (files: readonly File[], words = ""): Promise<Response> =>
  theirs.world.as("mentee").post(theirs.path, { act: "send", sentKey: newId(), words, ...(files[0] && { files: files[0] }) });
const newest = async () => (await theirs.acting(theirs.mentee, (ctx) => listMessages(ctx, theirs.its, theirs.mentee))).messages.at(-1)!;
const addressOf = (message: { id: string }, fileId: string) => `${theirs.path}/${message.id}/files/${fileId}`;

test("a picture is drawn anew, whole and upright, and shown; what stood in it is gone", async () => {
  const picture = withRemark(await jpeg(3000, 1500));
  expect((await send([new File([picture as never], "../../me at home.JPG", { type: "text/html" })])).status).toBe(303);
  const message = await newest();
  expect(message.files).toMatchObject([{ name: "me at home.webp", kind: "picture", width: 2048, height: 1024 }]);
  const response = await theirs.world.as("mentor").get(addressOf(message, message.files[0]!.id));
  expect(response.headers.get("content-type")).toBe("image/webp");
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(pictureSize(bytes)).toEqual({ kind: "webp", width: 2048, height: 1024 });
  expect(bytes.includes("Home is at")).toBe(false);
});

test("anything else is saved, never shown, by those alone who can read the message", async () => {
  await send([new File(["%PDF-1.7 <script>alert(1)</script>"], "plan.html", { type: "text/html" })], "The plan");
  const message = await newest();
  const address = addressOf(message, message.files[0]!.id);
  const response = await theirs.world.as("mentor").get(address);
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''plan\.html$/);
  expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  for (const person of ["coordinator", "owner", "otherMentee", "strangerMentee"] as const)
    expect((await theirs.world.as(person).get(address)).status).toBe(404);
  expect((await theirs.world.as("mentor").get(addressOf({ id: newId() }, message.files[0]!.id))).status).toBe(404);
  await theirs.acting(theirs.mentee, (ctx) => deleteMessage(ctx, { ...theirs.its, messageId: message.id }));
  expect((await theirs.world.as("mentor").get(address)).status).toBe(404);
  await theirs.acting(theirs.mentor, (ctx) => blockPerson(ctx, theirs.its, theirs.mentee));
  await send([new File(["%PDF-1.7"], "second.pdf")]);
  const unseen = await newest();
  expect((await theirs.world.as("mentee").get(addressOf(unseen, unseen.files[0]!.id))).status).toBe(200);
  expect((await theirs.world.as("mentor").get(addressOf(unseen, unseen.files[0]!.id))).status).toBe(404);
});

test("what cannot be sent is refused by its name, with all of the message, and what was typed comes back", async () => {
  const before = await newest();
  for (const [file, sentence] of [
    [new File(["MZ\u{90}\0"], "holiday.jpg"), "of a kind that cannot be sent"],
    [new File(["<svg onload=alert(1)>"], "drawing.svg"), "of a kind that cannot be sent"],
    [new File([Buffer.alloc((10 << 20) + 1, 65)], "long.txt"), "larger than 10 MB"],
    [new File([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])], "broken.jpg"), "cannot be opened here"],
  ] as const) {
    const response = await send([file], "With words");
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(sentence);
    expect(page).toContain("With words");
  }
  expect((await newest()).id).toBe(before.id);
});

test("kinds are told from content alone", () => {
  const kind = (text: string) => fileKind(Buffer.from(text, "latin1"));
  expect(kind("%PDF-1.4")).toBe("document");
  expect(kind("PK\u{3}\u{4}....[Content_Types].xml")).toBe("document");
  expect(kind("PK\u{3}\u{4}....[Content_Types].xml word/vbaProject.bin")).toBeUndefined();
  expect(kind("PK\u{3}\u{4}.... setup.exe")).toBeUndefined();
  expect(kind("OggS....")).toBe("sound");
  expect(kind("#!/bin/sh\nrm")).toBeUndefined();
  expect(kind("  <html>")).toBeUndefined();
  expect(kind("a,b\n1,2\n")).toBe("document");
  expect(kind("\u{7f}ELF\0\0")).toBeUndefined();
  expect(kind("")).toBeUndefined();
  expect(fileKind(Buffer.from("Grüße, مرحبا"))).toBe("document");
});
