import { expect, test } from "vitest";
import { letterInThread } from "./letter-in-thread.ts";
import { readLetter } from "./read-letter.ts";

const wordsIn = async (html: string): Promise<string> => {
  const head = "From: maya@example.org\r\nMessage-ID: <1@example.org>\r\nContent-Type: text/html; charset=utf-8";
  return (await readLetter(Buffer.from(`${head}\r\n\r\n${html}\r\n`))).words;
};

test("a letter without plain words is read as its reader would see it, without what it quotes", async () => {
  const html =
    "<html><head><title>Re</title></head><style>p { color: red }</style><p>Yes,&nbsp; <b>gladly</b>.</p><p>On Tuesday &lt;3</p>" +
    '<blockquote type="cite"><p>Shall we meet?</p></blockquote>';
  expect((await wordsIn(html)).replaceAll(/\s+/g, " ")).toBe("Yes, gladly. On Tuesday <3");
});

// What took the square of its length never ended here: the limit of a test is its clock.
test.each(["<", "<blockquote ", "<br ", "&nbsp;", "<i> ", "<style>", "</style ", "On the day Maya wrote:<br>"])(
  "a letter of nothing but %j keeps nobody waiting",
  async (part) => {
    expect(typeof (await wordsIn(part.repeat(300_000)))).toBe("string");
  },
);

const head = "From: maya@example.org\r\nMIME-Version: 1.0\r\n";
const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
const mixed = (...parts: string[]) => `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join("")}--b--\r\n`;
const hostile: Readonly<Record<string, () => string>> = {
  "parts within parts": () =>
    head +
    Array.from({ length: 2000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join("") +
    "Content-Type: text/plain\r\n\r\nHello\r\n",
  "letters within letters": () => head + "Content-Type: message/rfc822\r\n\r\n".repeat(3000) + "Hello\r\n",
  "a megabyte of words": () => `${head}\r\n${"word and word\r\n".repeat(70_000)}`,
  "10 MB in one line": () => `${head}\r\n${"x".repeat(10 << 20)}\r\n`,
  "a megabyte of attributions": () => `${head}\r\n${"On the day Maya wrote:\r\n".repeat(40_000)}`,
  "10 MB of tags": () => `${head}Content-Type: text/html\r\n\r\n${"<div><b>x</b>&nbsp;".repeat(550_000)}`,
  "a flood of headers": () => `${"X-Header: value\r\n".repeat(500_000)}\r\nHello\r\n`,
  "one header without an end": () => `From: ${"a, ".repeat(300_000)}\r\n\r\nHello\r\n`,
  "a hundred thousand parts": () => mixed(part("text/plain", "x").repeat(100_000)),
  "10 MB of base64": () => mixed(part("image/png\r\nContent-Transfer-Encoding: base64", "QUFB".repeat(2_600_000))),
  "10 MB of what is no base64": () => mixed(part("image/png\r\nContent-Transfer-Encoding: base64", "=-".repeat(5 << 20))),
  "words in a hundred thousand pieces": () => `From: m@example.org\r\nSubject: ${"=?utf-8?q?=41?= ".repeat(60_000)}\r\n\r\nHello\r\n`,
};

test.each(Object.keys(hostile))("%s cost the sender's time, not that of who is here", async (name) => {
  const raw = new Uint8Array(Buffer.from(hostile[name]!()));
  const [ownBefore, allBefore] = [process.threadCpuUsage(), process.cpuUsage()];
  await letterInThread({ raw, trustedServer: undefined }).catch((error: Error) => expect(error.name).toBe("ThreadEnded"));
  const [own, all] = [process.threadCpuUsage(ownBefore), process.cpuUsage(allBefore)];
  // In time of the processor, which does not depend on who else uses it.
  expect(own.user + own.system).toBeLessThan((all.user + all.system) / 2);
  // What was refused holds up no other.
  const next = new Uint8Array(Buffer.from("From: maya@example.org\r\n\r\nGood morning\r\n"));
  expect((await letterInThread({ raw: next, trustedServer: undefined })).words).toBe("Good morning");
});
