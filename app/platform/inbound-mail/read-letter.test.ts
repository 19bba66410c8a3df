import { expect, test } from "vitest";
import { readLetter } from "./read-letter.ts";
import { wordsOfReply } from "./words-of-reply.ts";

const textOf = async (html: string): Promise<string> => {
  const head = "From: maya@example.org\r\nMessage-ID: <1@example.org>\r\nContent-Type: text/html; charset=utf-8";
  return (await readLetter(Buffer.from(`${head}\r\n\r\n${html}\r\n`))).text;
};

test("a letter without plain words is read as its reader would see it, what it quotes marked as quoted", async () => {
  const html =
    "<html><head><title>Re</title></head><style>p { color: red }</style><p>Yes,&nbsp; <b>gladly</b>.</p><p>On Tuesday &lt;3</p>" +
    '<blockquote type="cite"><p>Shall we meet?</p></blockquote>';
  const text = await textOf(html);
  expect(wordsOfReply(text).replaceAll(/\s+/g, " ")).toBe("Yes, gladly. On Tuesday <3");
  expect(text).toContain("> Shall we meet?");
});

// What took the square of its length never ended here: the limit of a test is its clock.
test.each(["<", "<blockquote ", "<br ", "&nbsp;", "<i> ", "<style>", "</style ", "On the day Maya wrote:<br>"])(
  "a letter of nothing but %j keeps nobody waiting",
  async (part) => {
    expect(typeof wordsOfReply(await textOf(part.repeat(300_000)))).toBe("string");
  },
);
