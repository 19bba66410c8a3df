import type { PersonalContext } from "../../platform/context.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { formatList } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Relationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import type { RelationshipSetting } from "../settings/setting.ts";
import { agreementPath } from "./agreement-path.ts";
import { draftVersion, isComplete, missingSigners, missingWards } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { findAgreement } from "./find-agreement.ts";
import { findWanted } from "./find-wanted.ts";

export interface AgreementBriefProps {
  /** `draft`: nobody has done anything with it yet; `guardian`, `coordinator`: only theirs is missing. */
  readonly is: "draft" | "mine" | "others" | "guardian" | "coordinator" | "complete";
  readonly missing: readonly string[];
  /** Over, it is there to be read. */
  readonly isOver: boolean;
  readonly href: string;
}

/** How far their agreement is, as one of them sees it. */
export async function findAgreementBrief(
  ctx: PersonalContext,
  relationship: Relationship,
  setting: Pick<RelationshipSetting, "coordinatorSigns" | "guardianSigns">,
): Promise<AgreementBriefProps> {
  const wanted = await findWanted(ctx, relationship, setting);
  const { number, signatures } = await findAgreement(ctx, relationship);
  const missing = missingSigners(signatures, relationship.people);
  const base = {
    missing: missing.map(({ name }) => name),
    isOver: !isOpen(relationship),
    href: agreementPath(relationship.organizationId, relationship.id),
  };
  if (number === draftVersion) return { ...base, is: "draft" };
  if (isComplete(signatures, relationship.people, wanted)) return { ...base, is: "complete" };
  if (missing.some(({ personId }) => personId === ctx.actor.personId)) return { ...base, is: "mine" };
  if (missing.length > 0) return { ...base, is: "others" };
  return { ...base, is: missingWards(signatures, wanted).length > 0 ? "guardian" : "coordinator" };
}

export function AgreementBrief({ is, missing, isOver, href }: AgreementBriefProps) {
  const { language } = useReader();
  const words = agreementWords(language).brief;
  const text = {
    draft: words.none,
    mine: words.signNow,
    others: words.waiting(formatList(language, missing)),
    guardian: words.waitingGuardian,
    coordinator: words.waitingCoordinator,
    complete: words.complete,
  }[is];
  if (isOver && is === "draft") return null;
  return (
    <Section title={words.title}>
      {(!isOver || is === "complete") && <p>{text}</p>}
      <Buttons>
        <ButtonLink href={href} kind={is === "mine" && !isOver ? "primary" : "plain"} small>
          {isOver ? words.read : words.open}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}
