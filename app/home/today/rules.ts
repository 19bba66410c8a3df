/**
 * What needs a coordinator today. Pure: each rule looks at what is known of one relationship (or one offer, or one mentor's checks) and says how urgent it
 * is, from 0 to 100, and what makes this reason the one it is: a line that was done is back when its reason is new.
 */
import type { RelationshipSetting } from "../../relationships/settings/setting.ts";
import { checkRules } from "./check-rules.ts";
import { days, daysBetween, type Looked, none, type Rule, type RuleName, ruleNames, stretch } from "./rule.ts";
import type { OfferSignals, RelationshipSignals, Signals } from "./signals.ts";

export { type RuleName, ruleNames, type Unit } from "./rule.ts";

/** In a break nobody is late, and whoever says goodbye need not begin anything. */
const isRunning = ({ isPaused, isClosing }: RelationshipSignals): boolean => !isPaused && !isClosing;

const relationshipRules: readonly Rule[] = [
  {
    ...none,
    name: "blocked",
    look: ({ blockedAt }) => (blockedAt === null ? undefined : { urgency: 95, reason: blockedAt }),
  },
  {
    ...none,
    name: "new-start",
    look: ({ newStartId }) => (newStartId === null ? undefined : { urgency: 90, reason: newStartId }),
  },
  {
    ...none,
    name: "fit",
    look: (its) => (its.unfitId === null || !isRunning(its) ? undefined : { urgency: 85, reason: its.unfitId }),
  },
  {
    ...none,
    name: "no-owner",
    look: ({ ownerId }) => (ownerId === null ? { urgency: 78, reason: "nobody" } : undefined),
  },
  {
    name: "low-pulse",
    unit: "points",
    least: 1,
    most: 5,
    usual: () => 3,
    look: ({ pulse, isClosing }, { threshold }) =>
      pulse === null || isClosing || pulse.lowest >= threshold
        ? undefined
        : { urgency: 70 + Math.min(14, (threshold - pulse.lowest) * 5), reason: `pulse ${pulse.number}`, figure: pulse.lowest },
  },
  {
    ...days,
    name: "first-meeting",
    usual: ({ firstMeetingDays }) => firstMeetingDays,
    look(its, { threshold, today }) {
      const since = daysBetween(its.begunOn, today);
      if (!isRunning(its) || its.lastHeldOn !== null || its.isMeeting || since <= threshold) return undefined;
      return { urgency: 55 + Math.min(20, since - threshold), reason: `none ${stretch(since, threshold)}`, figure: since };
    },
  },
  {
    name: "support",
    unit: "days",
    least: 0,
    most: 60,
    usual: () => 0,
    look(its, { threshold, today }) {
      if (its.support === null || its.isPaused) return undefined;
      const late = daysBetween(its.support.on, today);
      if (late < threshold) return undefined;
      const { on, personId } = its.support;
      return { urgency: 50 + Math.min(25, late), reason: `${personId} ${on}`, figure: late, personId };
    },
  },
  {
    name: "silence",
    unit: "times",
    least: 1,
    most: 10,
    usual: () => 2,
    look(its, { threshold, setting, today }) {
      if (!isRunning(its) || its.isMeeting || its.lastHeldOn === null) return undefined;
      const since = daysBetween(its.lastHeldOn, today);
      const longest = threshold * setting.meetEveryDays;
      if (since <= longest) return undefined;
      return {
        urgency: 45 + Math.min(25, Math.round((10 * (since - longest)) / setting.meetEveryDays)),
        reason: `${its.lastHeldOn} ${stretch(since, longest)}`,
        figure: since,
      };
    },
  },
  {
    ...days,
    name: "unanswered",
    usual: ({ nudgeDays }) => nudgeDays[0] ?? 7,
    look(its, { threshold, today }) {
      const { lastMessage, lastHeldOn } = its;
      // Whoever has met since has answered.
      if (!isRunning(its) || lastMessage === null || (lastHeldOn !== null && lastHeldOn > lastMessage.on)) return undefined;
      const since = daysBetween(lastMessage.on, today);
      if (since < threshold) return undefined;
      return {
        urgency: 40 + Math.min(20, since - threshold),
        reason: `${lastMessage.id} ${stretch(since, threshold)}`,
        figure: since,
      };
    },
  },
  {
    name: "diverging",
    unit: "points",
    least: 1,
    most: 4,
    usual: () => 2,
    look({ pulse, isClosing }, { threshold }) {
      if (pulse === null || isClosing || pulse.mentor === null || pulse.mentee === null) return undefined;
      const apart = Math.abs(pulse.mentor - pulse.mentee);
      return apart < threshold ? undefined : { urgency: 45 + Math.round(apart * 5), reason: `pulse ${pulse.number}`, figure: apart };
    },
  },
  {
    ...days,
    name: "pause",
    most: 60,
    usual: () => 7,
    look({ isPaused, pausedUntil }, { threshold, today }) {
      if (!isPaused || pausedUntil === null) return undefined;
      const left = daysBetween(today, pausedUntil);
      return left > threshold ? undefined : { urgency: 35 + Math.max(0, threshold - left), reason: pausedUntil, figure: Math.max(0, left) };
    },
  },
  {
    ...days,
    name: "agreement",
    usual: () => 14,
    look(its, { threshold, today }) {
      const since = daysBetween(its.begunOn, today);
      if (!isRunning(its) || its.isAgreed || since < threshold) return undefined;
      return { urgency: 30 + Math.min(15, stretch(since - threshold, 7)), reason: `none ${stretch(since, threshold)}`, figure: since };
    },
  },
];

const offerRule: Rule<OfferSignals> = {
  ...days,
  name: "offer",
  most: 30,
  usual: () => 1,
  look({ answerBy, waitsFor }, { threshold, now }) {
    const hours = (answerBy.getTime() - now.getTime()) / 3_600_000;
    if (hours <= 0 || hours > threshold * 24) return undefined;
    // Where one has said yes, somebody is waiting.
    return { urgency: (waitsFor === 1 ? 65 : 50) + (hours < 12 ? 10 : 0), reason: answerBy.toISOString(), figure: waitsFor, at: answerBy };
  },
};

/** In the order in which the page of rules shows them: the most urgent first. */
export const rules: readonly Pick<Rule, "name" | "unit" | "least" | "most" | "usual">[] = ruleNames.map((name) =>
  [...relationshipRules, ...checkRules, offerRule].find((rule) => rule.name === name)!,
);

export interface RuleSetting {
  readonly isOn: boolean;
  /** Null: the usual one. */
  readonly threshold: number | null;
}
export type RuleSettings = Readonly<Partial<Record<RuleName, RuleSetting>>>;

export interface Found extends Looked {
  readonly rule: RuleName;
  readonly subject: Signals;
}

/** Every line that one thing gives, by the rules of its program. */
export function lookAt(
  subject: Signals,
  { settings, setting, today, now }: { settings: RuleSettings; setting: RelationshipSetting; today: string; now: Date },
): Found[] {
  const apply = <S extends Signals>(rule: Rule<S>, its: S): Found[] => {
    const own = settings[rule.name];
    if (own?.isOn === false) return [];
    const looked = rule.look(its, { threshold: own?.threshold ?? rule.usual(setting), setting, today, now });
    return looked ? [{ ...looked, rule: rule.name, subject: its }] : [];
  };
  if (subject.is === "offer") return apply(offerRule, subject);
  if (subject.is === "mentor") return checkRules.flatMap((rule) => apply(rule, subject));
  return relationshipRules.flatMap((rule) => apply(rule, subject));
}

export const byUrgency = (a: Found, b: Found): number =>
  b.urgency - a.urgency || (a.subject.id < b.subject.id ? -1 : a.subject.id > b.subject.id ? 1 : 0) || (a.rule < b.rule ? -1 : 1);
