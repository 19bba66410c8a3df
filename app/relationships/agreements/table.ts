import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { AgreementSection, SignerKind } from "./agreement.ts";

export interface AgreementTemplateTable {
  organization_id: string;
  program_id: string;
  sections: Json<AgreementSection[]>;
  changed_at: Date;
  changed_by: string | null;
}

export interface AgreementVersionTable {
  organization_id: string;
  relationship_id: string;
  number: number;
  sections: Json<AgreementSection[]>;
  made_at: Date;
  /** Null: the program's own draft, or somebody who has left. */
  made_by: string | null;
}

export interface AgreementSignatureTable {
  organization_id: string;
  relationship_id: string;
  version: number;
  person_id: string;
  signed_as: SignerKind;
  name: string;
  signed_at: Date;
}

interface OfAgreement {
  organizationId: string;
  relationshipId: string;
  version: number;
}

declare module "../../platform/database.ts" {
  interface Tables {
    agreement_template: AgreementTemplateTable;
    agreement_version: AgreementVersionTable;
    agreement_signature: AgreementSignatureTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "agreement.changed": OfAgreement;
    "agreement.signed": OfAgreement & { personId: string };
    /** Everybody whose signature it wants has signed this version. */
    "agreement.complete": OfAgreement;
  }
}

export const agreementClasses = {
  agreement_template: {
    organization_id: "internal",
    program_id: "internal",
    sections: "internal",
    changed_at: "internal",
    changed_by: "personal",
  },
  agreement_version: {
    organization_id: "internal",
    relationship_id: "internal",
    number: "internal",
    sections: "personal",
    made_at: "internal",
    made_by: "personal",
  },
  agreement_signature: {
    organization_id: "internal",
    relationship_id: "internal",
    version: "internal",
    person_id: "personal",
    signed_as: "internal",
    name: "personal",
    signed_at: "personal",
  },
} satisfies Classes<"agreement_template" | "agreement_version" | "agreement_signature">;
