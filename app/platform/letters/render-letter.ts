import { directionOf, type Language } from "../i18n.ts";
import type { Block, Letter } from "./letter.ts";
import { letterWords } from "./letters.messages.ts";

/** What stands under every letter. */
export interface Closing {
  /** Whose letter it is: the organization, or the installation. */
  readonly from: string;
  /** Where something that is wrong between people is told; in letters about what is between them. */
  readonly tellHref?: string | undefined;
  readonly unsubscribeHref?: string | undefined;
}

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character]!);
const lines = (text: string): string => escape(text).replaceAll("\n", "<br>");

function blockText(block: Block): string {
  switch (block.kind) {
    case "action":
      return `${block.label}:\n${block.href}`;
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "scale":
      return `${block.text}\n${block.steps.map(({ mark, label, href }) => `${mark} (${label}): ${href}`).join("\n")}`;
    case "quote":
      return block.text.replaceAll(/^/gm, "> ");
    default:
      return block.text;
  }
}

// Mail programs know no style sheets and no light-dark(): inline styles, and colors that bear being inverted.
function blockHtml(block: Block, start: string): string {
  switch (block.kind) {
    case "action":
      return `<p style="margin:24px 0"><a href="${escape(block.href)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#2f5d3a;color:#ffffff;text-decoration:none;font-weight:bold">${escape(block.label)}</a></p><p style="font-size:13px;color:#5b5249;overflow-wrap:anywhere">${escape(block.href)}</p>`;
    case "facts":
      return `<table role="presentation" style="border-collapse:collapse;margin:16px 0">${block.facts
        .map(
          ({ label, value }) =>
            `<tr><td style="padding:4px 0;padding-inline-end:16px;color:#5b5249;vertical-align:top">${escape(label)}</td><td style="padding:4px 0">${lines(value)}</td></tr>`,
        )
        .join("")}</table>`;
    case "list":
      return `<ul style="padding-inline-start:20px">${block.items.map((item) => `<li style="margin:4px 0">${lines(item)}</li>`).join("")}</ul>`;
    case "scale":
      return `<p style="margin:20px 0 6px">${escape(block.text)}</p><p style="margin:0">${block.steps
        .map(
          ({ mark, label, href }) =>
            `<a href="${escape(href)}" title="${escape(label)}" style="display:inline-block;min-width:26px;padding:9px 8px;margin:0 3px 6px;border:1px solid #2f5d3a;border-radius:6px;color:#2f5d3a;text-align:center;text-decoration:none;font-weight:bold">${escape(mark)}</a>`,
        )
        .join("")}</p><p style="margin:0;font-size:13px;color:#5b5249">${[block.steps[0], block.steps.at(-1)]
        .flatMap((step) => (step ? [`${escape(step.mark)}: ${escape(step.label)}`] : []))
        .join(" · ")}</p>`;
    case "quote":
      return `<blockquote style="margin:16px 0;padding-inline-start:14px;border-inline-start:3px solid #b7a894">${lines(block.text)}</blockquote>`;
    case "note":
      return `<p style="font-size:14px;color:#5b5249">${lines(block.text)}</p>`;
    default:
      return `<p style="text-align:${start}">${lines(block.text)}</p>`;
  }
}

/** The letter as plain text and as HTML, in the reader's language and direction. */
export function renderLetter(letter: Letter, language: Language, closing: Closing): RenderedLetter {
  const words = letterWords(language);
  const direction = directionOf(language);
  const start = direction === "rtl" ? "right" : "left";
  const subject = letter.subject.replaceAll(/\s+/g, " ").trim();
  const links = [
    { label: words.somethingIsWrong, href: closing.tellHref },
    { label: words.unsubscribe, href: closing.unsubscribeHref },
  ].flatMap(({ label, href }) => (href === undefined ? [] : [{ label, href }]));
  const end = [words.sentBy(closing.from), ...links.map(({ label, href }) => `${label}: ${href}`)];
  const text = `${[...letter.body.map(blockText), `-- \n${end.join("\n")}`].join("\n\n")}\n`;
  const footer = [
    escape(words.sentBy(closing.from)),
    ...links.map(({ label, href }) => `<a href="${escape(href)}" style="color:#5b5249">${escape(label)}</a>`),
  ].join("<br>");
  const html = `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head><body style="margin:0;padding:24px;background:#fbfaf5;color:#24332a;font:16px/1.55 Georgia,'Times New Roman',serif"><div style="max-width:560px;margin:0 auto">${letter.body.map((block) => blockHtml(block, start)).join("")}<hr style="border:0;border-top:1px solid #d8cfc2;margin:32px 0 16px"><p style="font-size:13px;color:#5b5249">${footer}</p></div></body></html>`;
  return { subject, text, html };
}
