import { membershipIn, type PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { isId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries } from "../../ui/entries.tsx";
import { Filters } from "../../ui/filters.tsx";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { programPath } from "../../networks/programs/program.ts";
import { listOpenConcerns } from "../../relationships/concerns/list-cases.ts";
import { staff } from "./access.ts";
import { listColleagues } from "./list-colleagues.ts";
import { entriesPerPage, listToday, type Wish } from "./list-today.ts";
import { finishLine, HandedLines, handOverLines, MarkedLine, OneLine, SnoozedLines, snoozeLines, takeMarkBack } from "./mark-line.ts";
import { OpenConcerns } from "./open-concerns.tsx";
import { ruleNames } from "./rules.ts";
import { EntryOfToday } from "./today-entry.tsx";
import { todayWords } from "./today.messages.ts";

function wishOf(query: URLSearchParams, coordinates: boolean): Wish {
  const programId = query.get("program") ?? "";
  return {
    // Who coordinates nothing herself looks after everything.
    whose: (query.get("whose") ?? (coordinates ? "mine" : "all")) === "mine" ? "mine" : "all",
    programId: isId(programId) ? programId : undefined,
    rule: ruleNames.find((name) => name === query.get("reason")),
    search: (query.get("q") ?? "").trim().slice(0, 100),
    isAside: query.get("aside") === "1",
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(query.get("page") ?? 1)) || 1)),
  };
}

/** Where the list is with some of the wishes changed. */
function addressOf(path: string, wish: Wish, change: Partial<Record<keyof Wish, string | undefined>>): string {
  const whole: Record<string, string | undefined> = {
    whose: wish.whose,
    program: wish.programId,
    reason: wish.rule,
    q: wish.search === "" ? undefined : wish.search,
    aside: wish.isAside ? "1" : undefined,
    ...("whose" in change && { whose: change.whose }),
    ...("rule" in change && { reason: change.rule }),
    ...("isAside" in change && { aside: change.isAside, reason: undefined }),
    ...("page" in change && { page: change.page }),
  };
  const query = new URLSearchParams(Object.entries(whole).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The coordinator's day: one list of what needs her, the most urgent first. */
export const todayPage = page("/organizations/:organizationId/today", {
  access: staff,
  async show(ctx, { organizationId }, visit) {
    const words = todayWords(ctx.reader);
    const wish = wishOf(visit.query, (membershipIn(ctx, organizationId)?.coordinates.length ?? 0) > 0);
    const today = await listToday(ctx, organizationId, wish);
    // Only those who look after safety have any here.
    const concerns = (await listOpenConcerns(ctx)).filter((one) => one.organizationId === organizationId);
    const colleagues = await listColleagues(
      ctx,
      organizationId,
      today.programs.map(({ id }) => id),
    );
    const path = `/organizations/${organizationId}/today`;
    const to = (change: Parameters<typeof addressOf>[2]): string => addressOf(path, wish, change);
    const here = to({ page: String(wish.page) });
    const isNarrowed = wish.rule !== undefined || wish.programId !== undefined || wish.search !== "" || wish.whose === "mine";
    const refusedLater = visit.refused("snooze") ?? visit.refused("handOver");
    const one = wish.programId ?? (today.programs.length === 1 ? today.programs[0]?.id : undefined);
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={words.audience}
        actions={
          one !== undefined && (
            <>
              <ButtonLink kind="plain" href={`${programPath(organizationId, one)}/pairs`}>
                {words.owners}
              </ButtonLink>
              <ButtonLink kind="quiet" href={`${programPath(organizationId, one)}/today`}>
                {words.rules}
              </ButtonLink>
            </>
          )
        }
      >
        <OpenConcerns concerns={concerns} />
        <Tabs
          label={words.title}
          tabs={[
            { label: words.mine, href: to({ whose: "mine", isAside: undefined }), current: wish.whose === "mine" && !wish.isAside },
            { label: words.all, href: to({ whose: "all", isAside: undefined }), current: wish.whose === "all" && !wish.isAside },
            {
              label: words.aside,
              href: to({ isAside: "1" }),
              current: wish.isAside,
              ...(today.asideCount > 0 && { count: today.asideCount }),
            },
          ]}
        />
        <Filters action={path}>
          <input type="hidden" name="whose" value={wish.whose} />
          {wish.isAside && <input type="hidden" name="aside" value="1" />}
          <SearchField label={words.search} value={wish.search} />
          {today.programs.length > 1 && (
            <Select
              name="program"
              label={words.program}
              emptyLabel={words.everyProgram}
              options={today.programs.map(({ id, name }) => ({ value: id, label: name }))}
              value={wish.programId}
            />
          )}
        </Filters>
        {today.counts.size > 0 && (
          <Tabs
            label={words.reasons}
            isInner
            tabs={[
              { label: words.everything, href: to({ rule: undefined }), current: wish.rule === undefined },
              ...ruleNames
                .filter((name) => today.counts.has(name))
                .map((name) => ({
                  label: words.names[name],
                  href: to({ rule: name }),
                  current: wish.rule === name,
                  count: today.counts.get(name)!,
                })),
            ]}
          />
        )}
        {today.total === 0 && (
          <EmptyState
            title={
              wish.isAside ? words.nothingAside : isNarrowed && wish.search + (wish.rule ?? "") !== "" ? words.nothingFound : words.nothing
            }
          >
            {wish.isAside
              ? words.nothingAsideText
              : isNarrowed && wish.search + (wish.rule ?? "") !== ""
                ? words.nothingFoundText
                : words.nothingText}
          </EmptyState>
        )}
        {today.total > 0 && (
          <>
            <Entries label={words.title}>
              {today.entries.map((entry) => (
                <EntryOfToday
                  key={entry.subject.id}
                  entry={entry}
                  organizationId={organizationId}
                  programName={
                    today.programs.length > 1 ? today.programs.find(({ id }) => id === entry.subject.programId)?.name : undefined
                  }
                  others={(colleagues.get(entry.subject.programId) ?? []).filter(({ personId }) => personId !== ctx.actor.personId)}
                  action={here}
                  refused={refusedLater?.values["subjectId"]?.[0] === entry.subject.id ? refusedLater : undefined}
                />
              ))}
            </Entries>
            <Pagination page={wish.page} pageSize={entriesPerPage} total={today.total} href={(number) => to({ page: String(number) })} />
          </>
        )}
      </Page>
    );
  },
  acts: {
    done: form(MarkedLine, async (ctx: PersonalContext, { organizationId }, line) => {
      await finishLine(ctx, organizationId, line);
      return { notice: todayWords(ctx.reader).wasDone };
    }),
    snooze: form(SnoozedLines, async (ctx: PersonalContext, { organizationId }, lines) => {
      await snoozeLines(ctx, organizationId, lines);
      return { notice: todayWords(ctx.reader).wasSnoozed };
    }),
    handOver: form(HandedLines, async (ctx: PersonalContext, { organizationId }, lines) => {
      return { notice: todayWords(ctx.reader).wasGiven(await handOverLines(ctx, organizationId, lines)) };
    }),
    undo: form(OneLine, async (ctx: PersonalContext, { organizationId }, line) => {
      await takeMarkBack(ctx, organizationId, line);
      return { notice: todayWords(ctx.reader).wasUndone };
    }),
  },
});
