import { z } from "zod";
import LookAgain from "../../networks/imports/look-again.island.tsx";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Filters } from "../../ui/filters.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Island } from "../../ui/island.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useReader } from "../../ui/reader.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { isSetUp } from "../set-up/is-set-up.ts";
import { inDemo } from "./access.ts";
import { becomeDemoPerson } from "./become-demo-person.ts";
import { isDemoAddress } from "./demo-address.ts";
import { demoWords } from "./demo.messages.ts";
import { type DemoProgress, demoStages, demoState } from "./demo-state.ts";
import { listPersonas } from "./list-personas.ts";
import { choosePersonas, type Persona, type Starter } from "./persona.ts";
import { situationText } from "./situation-text.ts";

const pageSize = 50;

/** Whom one can be in the demo. */
export const demoPage = page("/demo", {
  access: inDemo,
  show: async (ctx, _params, visit) => {
    const state = await demoState(ctx);
    if (state.is === "loading") return <Loading progress={state.progress} />;
    const words = demoWords(ctx.reader);
    const search = (visit.query.get("q") ?? "").trim().slice(0, 200);
    const isEverybody = search !== "" || visit.query.has("all");
    const personas = await listPersonas(ctx, search);
    const isOneself = ctx.actor !== undefined && !isDemoAddress(ctx.actor.email);
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience}>
        {isOneself && <Callout>{words.ownAccount}</Callout>}
        <Filters action={visit.path}>
          <SearchField value={search} label={words.search} />
        </Filters>
        {isEverybody ? <Everybody personas={personas} search={search} visit={visit} /> : <Chosen personas={personas} visit={visit} />}
        {!(await isSetUp(ctx)) && (
          <Section title={words.mine}>
            <p>{words.mineText}</p>
          </Section>
        )}
      </Page>
    );
  },
  acts: {
    become: form(z.object({ personId: id() }), (ctx, _params, { personId }, visit) => becomeDemoPerson(ctx, personId, visit), {
      isRepeatable: true,
    }),
  },
});

function Loading({ progress }: { progress: DemoProgress }) {
  const { language } = useReader();
  const words = demoWords(language);
  const done = demoStages.indexOf(progress.stage);
  const figures = [done + 1, demoStages.length].map((figure) => formatNumber(language, figure)) as [string, string];
  return (
    <Page title={words.loadingTitle} lead={words.loadingText} refreshAfter={2}>
      <div id="loading">
        <Progress label={words.stages[progress.stage]} done={done} total={demoStages.length} text={words.stepOf(...figures)} />
      </div>
      <Island of={LookAgain} module="app/networks/imports/look-again.island.tsx" props={{ part: "loading", everyMs: 700 }} />
    </Page>
  );
}

function Chosen({ personas, visit }: { personas: readonly Persona[]; visit: Visit }) {
  const words = demoWords(useReader().language);
  const chosen = choosePersonas(personas);
  return (
    <>
      <Section title={words.first}>
        <Personas personas={chosen.first} label={words.first} visit={visit} sees={(persona) => words.sees[persona.key as Starter]} />
      </Section>
      {(["staff", "mentees", "mentors"] as const).map((group) => (
        <Section key={group} title={words[group]}>
          <Personas personas={chosen[group]} label={words[group]} visit={visit} />
        </Section>
      ))}
      <p>
        <a href={`${visit.path}?all`}>{words.everybodyLink}</a>
      </p>
    </>
  );
}

function Everybody({ personas, search, visit }: { personas: readonly Persona[]; search: string; visit: Visit }) {
  const words = demoWords(useReader().language);
  const last = Math.max(1, Math.ceil(personas.length / pageSize));
  const number = Math.min(last, Math.max(1, Number.parseInt(visit.query.get("page") ?? "1", 10) || 1));
  const shown = personas.slice((number - 1) * pageSize, number * pageSize);
  const back = <a href={visit.path}>{words.chosenLink}</a>;
  if (personas.length === 0)
    return (
      <EmptyState title={words.nobody} action={back}>
        {words.nobodyText}
      </EmptyState>
    );
  return (
    <Section title={search === "" ? words.everybody : words.found(personas.length)}>
      <Personas personas={shown} label={words.everybody} visit={visit} />
      {last > 1 && (
        <Pagination
          page={number}
          pageSize={pageSize}
          total={personas.length}
          href={(to) => `?${new URLSearchParams({ ...(search === "" ? { all: "" } : { q: search }), page: String(to) })}`}
        />
      )}
      <p>{back}</p>
    </Section>
  );
}

interface PersonasProps {
  readonly personas: readonly Persona[];
  readonly label: string;
  readonly visit: Visit;
  /** What there is to see as her; else it is said in general. */
  readonly sees?: (persona: Persona) => string;
}

function Personas({ personas, label, visit, sees }: PersonasProps) {
  const reader = useReader();
  const words = demoWords(reader.language);
  return (
    <Entries label={label}>
      {personas.map((persona) => (
        <Entry
          key={persona.personId}
          title={<Person name={persona.name} {...(persona.headline !== "" && { note: <bdi>{persona.headline}</bdi> })} />}
          actions={
            <ActButton action={visit.path} act="become" fields={{ personId: persona.personId }} small>
              <span aria-hidden="true">{words.be}</span>
              <span class="hidden">{words.beWho(persona.name)}</span>
            </ActButton>
          }
        >
          <p>{sees ? sees(persona) : situationText(reader, persona)}</p>
        </Entry>
      ))}
    </Entries>
  );
}
