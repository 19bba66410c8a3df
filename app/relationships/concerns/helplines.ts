/**
 * Where somebody can turn to outside, in countries of the languages that we speak: a short list on purpose, of national lines that
 * are well established. `source` is who runs a line, and is shown beside it; where each number was read stands in
 * helplines-checked.ts. A number that cannot be found anywhere is taken out. They change: go through them when a release is made. Pure.
 */
export type HelplineKind = "emergency" | "crisis" | "children" | "violence";

export interface Helpline {
  readonly kind: HelplineKind;
  /** As it calls itself; the emergency number of a country has no name. */
  readonly name?: string;
  /** As it is dialled in the country. */
  readonly number: string;
  readonly source: string;
}

export const helplines: Readonly<Record<string, readonly Helpline[]>> = {
  GB: [
    { kind: "emergency", number: "999", source: "gov.uk" },
    { kind: "crisis", name: "Samaritans", number: "116 123", source: "samaritans.org" },
    { kind: "children", name: "Childline", number: "0800 1111", source: "childline.org.uk" },
    { kind: "violence", name: "National Domestic Abuse Helpline", number: "0808 2000 247", source: "nationaldahelpline.org.uk" },
  ],
  IE: [
    { kind: "emergency", number: "112", source: "gov.ie" },
    { kind: "crisis", name: "Samaritans", number: "116 123", source: "samaritans.org/ireland" },
    { kind: "children", name: "Childline by ISPCC", number: "1800 66 66 66", source: "childline.ie" },
    { kind: "violence", name: "Women's Aid", number: "1800 341 900", source: "womensaid.ie" },
  ],
  US: [
    { kind: "emergency", number: "911", source: "911.gov" },
    { kind: "crisis", name: "988 Suicide & Crisis Lifeline", number: "988", source: "988lifeline.org" },
    { kind: "children", name: "Childhelp", number: "1-800-422-4453", source: "childhelphotline.org" },
    { kind: "violence", name: "National Domestic Violence Hotline", number: "1-800-799-7233", source: "thehotline.org" },
  ],
  CA: [
    { kind: "emergency", number: "911", source: "canada.ca" },
    { kind: "crisis", name: "9-8-8", number: "988", source: "988.ca" },
    { kind: "children", name: "Kids Help Phone", number: "1-800-668-6868", source: "kidshelpphone.ca" },
  ],
  AU: [
    { kind: "emergency", number: "000", source: "triplezero.gov.au" },
    { kind: "crisis", name: "Lifeline", number: "13 11 14", source: "lifeline.org.au" },
    { kind: "children", name: "Kids Helpline", number: "1800 55 1800", source: "kidshelpline.com.au" },
    { kind: "violence", name: "1800RESPECT", number: "1800 737 732", source: "1800respect.org.au" },
  ],
  NZ: [
    { kind: "emergency", number: "111", source: "police.govt.nz" },
    { kind: "crisis", name: "1737", number: "1737", source: "1737.org.nz" },
    { kind: "children", name: "Youthline", number: "0800 376 633", source: "youthline.co.nz" },
  ],
  ES: [
    { kind: "emergency", number: "112", source: "112.es" },
    { kind: "crisis", name: "Línea 024", number: "024", source: "sanidad.gob.es/linea024" },
    { kind: "children", name: "Fundación ANAR", number: "116 111", source: "anar.org" },
    { kind: "violence", name: "016", number: "016", source: "violenciagenero.igualdad.gob.es" },
  ],
  MX: [
    { kind: "emergency", number: "911", source: "gob.mx/911" },
    { kind: "crisis", name: "Línea de la Vida", number: "800 911 2000", source: "gob.mx/lineadelavida" },
  ],
  AR: [
    { kind: "emergency", number: "911", source: "argentina.gob.ar" },
    { kind: "violence", name: "Línea 144", number: "144", source: "argentina.gob.ar/linea-144" },
    { kind: "children", name: "Línea 102", number: "102", source: "argentina.gob.ar/linea102" },
  ],
  CO: [
    { kind: "emergency", number: "123", source: "gov.co" },
    { kind: "children", name: "Línea 141, ICBF", number: "141", source: "icbf.gov.co" },
    { kind: "violence", name: "Línea 155", number: "155", source: "policia.gov.co" },
  ],
  EG: [
    { kind: "emergency", number: "122", source: "moi.gov.eg" },
    { kind: "children", name: "خط نجدة الطفل", number: "16000", source: "nccm.gov.eg" },
  ],
  JO: [
    { kind: "emergency", number: "911", source: "psd.gov.jo" },
    { kind: "children", name: "خط ١١٠ للأسرة والطفل", number: "110", source: "jordanriver.jo" },
  ],
  LB: [
    { kind: "emergency", number: "112", source: "isf.gov.lb" },
    { kind: "crisis", name: "Embrace", number: "1564", source: "embracelebanon.org" },
  ],
  SA: [
    { kind: "emergency", number: "911", source: "moi.gov.sa" },
    { kind: "children", name: "خط مساندة الطفل", number: "116111", source: "nfsp.org.sa" },
    { kind: "violence", name: "مركز بلاغات العنف الأسري", number: "1919", source: "hrsd.gov.sa" },
  ],
};

/** Directories of lines in other countries. */
export const directories = ["findahelpline.com", "childhelplineinternational.org"] as const;
