import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { makeOtherParts } from "../../networks/enrollment/peer-parts.ts";
import { changeFormat } from "../../networks/programs/change-format.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { type Program, programFormats, programPath } from "../../networks/programs/program.ts";
import { FormatField } from "../../networks/programs/program-fields.tsx";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { checkbox, choice, id, optionalDate, optionalWholeNumber, wholeNumber } from "../../platform/form-fields.ts";
import { Conflict } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { beginGroupNow, type GatheringGroup, listGatheringGroups } from "../offers/join-group.ts";
import { countRequests } from "../requests/list-requests.ts";
import { findMode } from "./find-mode.ts";
import {
  hasRanking,
  hasRequests,
  hasRounds,
  hasSuggestions,
  identities,
  type MatchingMode,
  type Mode,
  modes,
  type ModeSetting,
  settingsOf,
  suits,
} from "./mode.ts";
import { GroupFields, ModeFields } from "./mode-fields.tsx";
import { ModePreview } from "./mode-preview.tsx";
import { modeWords } from "./modes.messages.ts";
import { peerModeWords } from "./peer-modes.messages.ts";
import { saveMode } from "./save-mode.ts";

const settings = z.object({
  mode: choice(modes),
  menteeChoices: wholeNumber(1, 20).optional(),
  guaranteedChoices: optionalWholeNumber(1, 20),
  mentorsRank: checkbox(),
  openRequests: wholeNumber(1, 10).optional(),
  requestDays: wholeNumber(1, 60).optional(),
  askingUntil: optionalDate(),
  suggestionDays: wholeNumber(1, 60).optional(),
  takesFirst: checkbox(),
  identity: choice(identities).optional(),
});

/** How the people of a program find each other, and in which format: what will happen, what it needs, what people will see. */
export const modePage = page("/organizations/:organizationId/programs/:programId/matching", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, visit) {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const current = await findMode(ctx, organizationId, programId);
    const open = (await countRequests(ctx, organizationId, programId)).get("open") ?? 0;
    const gathering = program.format === "group" ? await listGatheringGroups(ctx, organizationId, programId) : [];
    const words = modeWords(ctx.reader);
    // A form that came back says which mode it was about.
    const asked = visit.refused("save")?.values["mode"]?.[0] ?? visit.query.get("mode");
    const looked = modes.find((one) => one === asked && suits(one, program.format)) ?? current.mode;
    const peers = peerModeWords(ctx.reader);
    const [names, what] =
      program.format === "peer"
        ? [
            { ...words.names, ...peers.names },
            { ...words.what, ...peers.what },
          ]
        : [words.names, words.what];
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={programCrumbs(organization, program)}>
        <ProgramTabs organizationId={organizationId} programId={programId} current="mode" />
        <Ways current={current} at={programPath(organizationId, programId)} />
        <Entries label={words.title}>
          {modes.map((mode) => (
            <Entry
              key={mode}
              title={
                <>
                  <strong>{names[mode]}</strong>
                  {mode === current.mode && ` (${words.now})`}
                </>
              }
              {...(mode !== looked &&
                suits(mode, program.format) && {
                  actions: (
                    <ButtonLink href={`${visit.path}?mode=${mode}#settings`} kind="plain" small>
                      {words.choose}
                      <span class="hidden">: {names[mode]}</span>
                    </ButtonLink>
                  ),
                })}
            >
              {suits(mode, program.format) ? what[mode] : peers.notForPeers}
            </Entry>
          ))}
        </Entries>
        <Section title={names[looked]} id="settings">
          {open > 0 && <OpenRequests open={open} looked={looked} />}
          <Form action={visit.path} act="save" {...visit.refused("save")}>
            <input type="hidden" name="mode" value={looked} />
            <ModeFields mode={{ ...current, mode: looked }} />
            <Buttons>
              <Button>{looked === current.mode ? words.save : words.take}</Button>
            </Buttons>
          </Form>
          <ModePreview mode={looked} format={program.format} />
        </Section>
        <Format program={program} mode={current} gathering={gathering} visit={visit} />
      </Page>
    );
  },
  acts: {
    save: form(settings, async (ctx, its, sent) => {
      const asked = new Set<ModeSetting>(settingsOf[sent.mode]);
      const given = Object.entries(sent).filter(([name, value]) => value !== undefined && asked.has(name as ModeSetting));
      const closed = await saveMode(ctx, its, { mode: sent.mode, ...(Object.fromEntries(given) as Partial<MatchingMode>) });
      const words = modeWords(ctx.reader);
      return {
        to: `${programPath(its.organizationId, its.programId)}/matching`,
        notice: closed > 0 ? words.savedClosed(closed, formatNumber(ctx.reader.language, closed)) : words.saved,
      };
    }),
    format: form(z.object({ format: choice(programFormats) }), async (ctx, { organizationId, programId }, { format }) => {
      const before = await findProgram(ctx, organizationId, programId);
      const { groupMost, mode } = await findMode(ctx, organizationId, programId);
      if (!suits(mode, format)) throw new Conflict((language) => peerModeWords(language).needAnotherWay);
      const isOtherKind = (before.format === "group") !== (format === "group");
      const defaultCapacity = !isOtherKind ? before.defaultCapacity : format === "group" ? groupMost : 1;
      await changeFormat(ctx, organizationId, programId, { format, defaultCapacity });
      await makeOtherParts(ctx, { organizationId, programId });
      return { notice: modeWords(ctx.reader).formatSaved };
    }),
    group: form(z.object({ groupLeast: wholeNumber(1, 20), groupMost: wholeNumber(2, 20) }), async (ctx, its, group) => {
      await saveMode(ctx, its, group);
      await changeFormat(ctx, its.organizationId, its.programId, { format: "group", defaultCapacity: group.groupMost });
      return { notice: modeWords(ctx.reader).saved };
    }),
    beginGroup: form(z.object({ mentorId: id() }), async (ctx, its, { mentorId }) => {
      await beginGroupNow(ctx, { ...its, mentorId });
      return { notice: modeWords(ctx.reader).groupStarted };
    }),
  },
});

/** From the mode to what goes on in it. */
function Ways({ current, at }: { current: MatchingMode; at: string }) {
  const words = modeWords(useReader().language);
  const ways = [
    ...(hasRequests(current) ? [{ href: `${at}/requests/overview`, label: words.toRequests }] : []),
    ...(hasSuggestions(current) ? [{ href: `${at}/suggestions/overview`, label: words.toSuggestions }] : []),
    ...(hasRanking(current) ? [{ href: `${at}/choices/overview`, label: words.toChoices }] : []),
    ...(hasRounds(current) ? [{ href: `${at}/rounds`, label: words.toRounds }] : []),
  ];
  return (
    <Buttons>
      {ways.map(({ href, label }) => (
        <ButtonLink key={href} href={href} kind="plain">
          {label}
        </ButtonLink>
      ))}
    </Buttons>
  );
}

function OpenRequests({ open, looked }: { open: number; looked: Mode }) {
  const { language } = useReader();
  const words = modeWords(language);
  const goesOn = hasRequests({ mode: looked });
  return (
    <Callout kind={goesOn ? "notice" : "warn"} title={words.openNow(open, formatNumber(language, open))}>
      <p>{goesOn ? words.keepThem : words.closeThem}</p>
    </Callout>
  );
}

interface FormatProps {
  program: Program;
  mode: MatchingMode;
  gathering: readonly GatheringGroup[];
  visit: Visit;
}

function Format({ program, mode, gathering, visit }: FormatProps) {
  const { language } = useReader();
  const words = modeWords(language);
  const refusedBegin = visit.refused("beginGroup");
  return (
    <>
      <Section title={words.format} id="format">
        <Form action={visit.path} act="format" {...visit.refused("format")}>
          <FormatField value={program.format} />
          <Button kind="plain">{words.formatSave}</Button>
        </Form>
      </Section>
      {program.format === "group" && (
        <Section title={words.group}>
          <Form action={visit.path} act="group" {...visit.refused("group")}>
            <GroupFields mode={mode} />
            <Button kind="plain">{words.save}</Button>
          </Form>
        </Section>
      )}
      {gathering.length > 0 && (
        <Section title={words.groupBegin}>
          {refusedBegin && <Callout kind="warn">{refusedBegin.errors[""]}</Callout>}
          <Entries label={words.groupBegin}>
            {gathering.map(({ mentorId, mentorName, menteeNames }) => (
              <Entry
                key={mentorId}
                title={<bdi>{mentorName}</bdi>}
                actions={
                  <ActButton action={visit.path} act="beginGroup" fields={{ mentorId }} small>
                    {words.groupStart}
                  </ActButton>
                }
              >
                {words.groupWaits(menteeNames.length, mode.groupLeast)} {formatList(language, menteeNames)}
              </Entry>
            ))}
          </Entries>
        </Section>
      )}
    </>
  );
}
