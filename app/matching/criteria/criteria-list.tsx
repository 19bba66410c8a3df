import type { Refused } from "../../platform/form.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber, formatShare } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { AskedQuestion } from "./answer-source.ts";
import type { AnswerCounts } from "./count-answers.ts";
import type { PairCounts } from "./count-pairs.ts";
import { criteriaWords } from "./criteria.messages.ts";
import { type Criterion, sharesOf } from "./criterion.ts";
import { criterionSentences, criterionTitle } from "./criterion-words.ts";
import { isAnswerable } from "./scoring-of.ts";
import { WeightsForm } from "./weights-form.tsx";

interface CriteriaListProps {
  /** The page's own address. */
  at: string;
  criteria: readonly Criterion[];
  removed: readonly Criterion[];
  questions: readonly AskedQuestion[];
  answers: AnswerCounts;
  pairs: PairCounts;
  /** The day whose clocks count, in words. */
  day: string;
  refused: Refused | undefined;
}

export function CriteriaList(props: CriteriaListProps) {
  const { at, criteria, removed, questions, refused } = props;
  const { language } = useReader();
  const words = criteriaWords(language);
  const musts = criteria.filter(({ strength }) => strength === "must");
  const shoulds = criteria.filter(({ strength }) => strength === "should");
  return (
    <>
      <Section title={words.must} actions={<AddLink at={at} strength="must" label={words.addMust} />}>
        <p class="hint">{musts.length === 0 ? words.noMust : words.mustLead}</p>
        <Items {...props} shown={musts} />
        {musts.length > 0 && <Together pairs={props.pairs} />}
      </Section>
      <Section title={words.should} actions={<AddLink at={at} strength="should" label={words.addShould} />}>
        <p class="hint">{shoulds.length === 0 ? words.noShould : words.shouldLead}</p>
        <Items {...props} shown={shoulds} />
        {shoulds.length > 0 && <WeightsForm action={at} criteria={criteria} questions={questions} refused={refused} />}
      </Section>
      {removed.length > 0 && (
        <Section title={words.removedTitle}>
          <p class="hint">{words.removedLead}</p>
          {removed.map((criterion) => (
            <Form key={criterion.id} action={at} act="put-back" id={`put-back-${criterion.id}`} inline>
              <input type="hidden" name="criterion" value={criterion.id} />
              <span>{criterionTitle(criterion, questions, language)}</span>
              <Button kind="plain" small aria-label={words.putBackOf(criterionTitle(criterion, questions, language))}>
                {words.putBack}
              </Button>
            </Form>
          ))}
        </Section>
      )}
    </>
  );
}

function AddLink({ at, strength, label }: { at: string; strength: string; label: string }) {
  return (
    <ButtonLink href={`${at}/new?strength=${strength}`} kind="plain" icon="plus" small>
      {label}
    </ButtonLink>
  );
}

function Items({ shown, at, criteria, questions, answers, pairs, day }: CriteriaListProps & { shown: readonly Criterion[] }) {
  const { language } = useReader();
  const words = criteriaWords(language);
  const shares = sharesOf(criteria);
  return (
    <ul class="criteria">
      {shown.map((criterion) => {
        const title = criterionTitle(criterion, questions, language);
        return (
          <li key={criterion.id} class="criterion">
            <div class="criterion-head">
              <h3>{title}</h3>
              {criterion.strength === "should" && <ShareBar share={shares.get(criterion.id) ?? 0} />}
            </div>
            <p>
              {[
                ...criterionSentences(criterion, shares.get(criterion.id) ?? 0, questions, day, language),
                ...coverage(criterion, questions, answers, language),
              ].join(" ")}
            </p>
            {criterion.strength === "must" && pairs.all > 0 && <Leaves pairs={pairs} criterion={criterion} />}
            <Form action={at} act="remove" id={`remove-${criterion.id}`} inline>
              <input type="hidden" name="criterion" value={criterion.id} />
              <ButtonLink href={`${at}/${criterion.id}`} kind="quiet" small>
                {words.edit}
                <span class="hidden"> {title}</span>
              </ButtonLink>
              <Button kind="quiet" small aria-label={words.removeOf(title)}>
                {words.remove}
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

/** How much of the whole strength it makes, as a line. */
function ShareBar({ share }: { share: number }) {
  const { language } = useReader();
  return (
    <span class="strength criterion-share">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="strength-track" width="100" height="6" rx="3" />
        <rect class="strength-line" width={Math.round(share * 100)} height="6" rx="3" />
      </svg>
      <span class="strength-figure">{formatShare(language, share)}</span>
    </span>
  );
}

function coverage(
  criterion: Criterion,
  questions: readonly AskedQuestion[],
  answers: AnswerCounts,
  language: Parameters<typeof formatNumber>[0],
): string[] {
  const words = criteriaWords(language);
  if (!isAnswerable(criterion, questions)) return [words.gone];
  const { people } = answers;
  if (people.mentee + people.mentor === 0) return [words.noPeople];
  const mentees = answers.of(criterion.settings.mentee).mentee;
  const mentors = answers.of(criterion.settings.mentor).mentor;
  const figures = [mentees, people.mentee, mentors, people.mentor].map((count) => formatNumber(language, count));
  const counted = words.coverage(figures[0]!, figures[1]!, figures[2]!, figures[3]!);
  return criterion.strength === "should" && (mentees === 0 || mentors === 0) ? [counted, words.nobodyAnswered] : [counted];
}

function Leaves({ pairs, criterion }: { pairs: PairCounts; criterion: Criterion }) {
  const { language } = useReader();
  const words = criteriaWords(language);
  const left = pairs.leftBy.get(criterion.id) ?? pairs.all;
  const share = formatShare(language, left / pairs.all);
  return <p class="hint">{pairs.isEstimate ? words.leavesAbout(share) : words.leaves(formatNumber(language, left), share)}</p>;
}

function Together({ pairs }: { pairs: PairCounts }) {
  const { language } = useReader();
  const words = criteriaWords(language);
  if (pairs.all === 0) return null;
  const [left, all] = [formatNumber(language, pairs.left), formatNumber(language, pairs.all)];
  const share = formatShare(language, pairs.left / pairs.all);
  return (
    <Callout kind={pairs.withoutAny > 0 ? "warn" : "notice"}>
      <p>{pairs.isEstimate ? words.togetherAbout(share, all) : words.together(left, all, share)}</p>
      {pairs.withoutAny > 0 && <p>{words.nobodyLeft(pairs.withoutAny, formatNumber(language, pairs.withoutAny))}</p>}
    </Callout>
  );
}
