import type { VNode } from "preact";
import { expect, test } from "vitest";
import type { Language } from "../platform/i18n.ts";
import { AvailabilityGrid } from "./availability-grid.tsx";
import { Page } from "./layout.tsx";
import { namedPoints, roundUp } from "./charts/line-chart.tsx";
import { CheckboxGroup, Select } from "./choices.tsx";
import { renderPart } from "./document.tsx";
import { TextField } from "./field.tsx";
import { Form } from "./form.tsx";
import { shownPages } from "./pagination.tsx";
import { initialsOf, tintOf } from "./person.tsx";
import { strengthWord } from "./strength.tsx";
import { Table } from "./table.tsx";

const render = (part: VNode, language: Language = "en"): string =>
  renderPart(part, { language, timeZone: "UTC", now: new Date("2027-02-03T09:30:00Z") }, { newFormKey: () => "fresh" });

test("a form that came back keeps what was typed and says at the field what is wrong", () => {
  const html = render(
    <Form action="/join" act="join" errors={{ email: "No such place." }} values={{ email: ["maya@"], topics: [] }}>
      <TextField name="email" label="E-mail" value="before@example.org" />
      <CheckboxGroup name="topics" label="Topics" options={[{ value: "jobs", label: "Jobs" }]} values={["jobs"]} />
      <TextField name="password" type="password" label="Password" value="secret" />
    </Form>,
  );
  expect(html).toContain('value="maya@"');
  expect(html).not.toContain("before@example.org");
  expect(html).toContain('aria-describedby="join-email-error" aria-invalid="true"');
  expect(html).toContain('<a href="#join-email">No such place.</a>');
  expect(html).not.toContain("checked");
  expect(html).not.toContain("secret");
});

test("the window is named from the page up to the whole, and no name twice", () => {
  const titleOf = (title: string, labels: readonly string[]): string | undefined =>
    /<title>(.*)<\/title>/u.exec(render(<Page title={title} crumbs={labels.map((label) => ({ label, href: `/${label}` }))} />))?.[1];
  expect(titleOf("Offers", ["Riverside", "First steps"])).toBe("Offers · First steps · Riverside · Understory");
  expect(titleOf("Understory", [])).toBe("Understory");
});

test("a form that was not sent yet shows what is stored, and carries its key and its act", () => {
  const html = render(
    <Form action="/join" act="join">
      <Select name="role" label="Role" options={[{ value: "mentor", label: "Mentor" }]} value="mentor" />
    </Form>,
  );
  expect(html).toContain('name="formKey" value="fresh"');
  expect(html).toContain('name="act" value="join"');
  expect(html).toMatch(/<option value="mentor" selected[^>]*>Mentor/u);
  expect(html).not.toContain('role="alert"');
});

test("what people write is never taken for markup", () => {
  const html = render(<TextField name="n" label={'<img src=x onerror="1">'} value={'"><script>'} />);
  expect(html).not.toContain("<img");
  expect(html).not.toContain("<script>");
});

test("a table without rows says so; with rows each value knows its heading", () => {
  const columns = [
    { label: "Name", header: true, cell: (row: string) => row },
    { label: "Length", cell: (row: string) => row.length },
  ];
  expect(render(<Table caption="Names" columns={columns} rows={[]} rowKey={String} empty={<p>Nobody yet</p>} />)).toBe("<p>Nobody yet</p>");
  const html = render(<Table caption="Names" columns={columns} rows={["Maya"]} rowKey={String} />);
  expect(html).toContain('<th scope="row" role="rowheader">Maya</th>');
  expect(html).toContain('data-label="Length">4</td>');
});

test("the week has 168 hours, each posted as its own number, and begins as the reader's calendar does", () => {
  const html = render(<AvailabilityGrid name="hours" label="When" hours={[0, 167]} />, "ar");
  const hours = [...html.matchAll(/value="(\d+)"/gu)].map(([, hour]) => Number(hour));
  expect(new Set(hours).size).toBe(168);
  expect(hours[0]).toBe(5 * 24);
  expect([...html.matchAll(/value="(\d+)" checked/gu)].map(([, hour]) => Number(hour))).toEqual([167, 0]);
});

test("initials in any script; the same name has the same color", () => {
  expect(initialsOf("Maya Okafor")).toBe("MO");
  expect(initialsOf("Éva Szabó-Christodoulou")).toBe("ÉC");
  expect(initialsOf("李 小龍")).toBe("李小");
  expect(initialsOf("layla.haddad@example.org")).toBe("LO");
  expect(initialsOf("رُوث أدييمي")).toBe("ر أ");
  expect(initialsOf("田中 由紀 (Yuki Tanaka)")).toBe("田由");
  expect(initialsOf("Mina Rahimi · مینا رحیمی")).toBe("MR");
  expect(initialsOf("")).toBe("");
  expect(tintOf("Maya Okafor")).toBe(tintOf("Maya Okafor"));
});

test("pages around the current one, with gaps only where pages are missing", () => {
  expect(shownPages(1, 1)).toEqual([1]);
  expect(shownPages(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(shownPages(10, 20)).toEqual([1, undefined, 9, 10, 11, undefined, 20]);
});

test("scales end at round numbers, and the named points are evenly apart", () => {
  expect([0, 0.3, 7, 14, 51, 100].map(roundUp)).toEqual([1, 0.5, 10, 20, 100, 100]);
  expect(namedPoints(1)).toEqual([0]);
  expect(namedPoints(7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(namedPoints(31)).toEqual([0, 5, 10, 15, 20, 25, 30]);
  expect(namedPoints(12)).toEqual([0, 11]);
});

test("a strength has a word", () => {
  expect([0, 24, 25, 50, 74, 75, 100].map(strengthWord)).toEqual(["slight", "slight", "fair", "good", "good", "strong", "strong"]);
});
