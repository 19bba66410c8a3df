/**
 * Where somebody can turn to outside, in countries of the languages that we speak: a short list on purpose, of national lines that
 * are well established. `source` is who runs a line, and is shown beside it; the number was read at `seenAt`, by somebody else than
 * this list's author. A number that cannot be found anywhere is taken out. They change: go through them when a release is made. Pure.
 */
export type HelplineKind = "emergency" | "crisis" | "children" | "violence";

export interface Helpline {
  readonly kind: HelplineKind;
  /** As it calls itself; the emergency number of a country has no name. */
  readonly name?: string;
  /** As it is dialled in the country. */
  readonly number: string;
  readonly source: string;
  /** Where the number was read when this list was last gone through; see `checkedIn`. */
  readonly seenAt: string;
}

/** The month in which each number was held against a public page, which stands beside it: stored copies of those pages, not the pages themselves. */
export const checkedIn = "2026-11-22";

export const helplines: Readonly<Record<string, readonly Helpline[]>> = {
  GB: [
    { kind: "emergency", number: "999", source: "gov.uk", seenAt: "sandwell.gov.uk/domestic-abuse/children-young-people" },
    {
      kind: "crisis",
      name: "Samaritans",
      number: "116 123",
      source: "samaritans.org",
      seenAt: "samaritans.org/how-we-can-help/contact-samaritan",
    },
    {
      kind: "children",
      name: "Childline",
      number: "0800 1111",
      source: "childline.org.uk",
      seenAt: "sandwell.gov.uk/domestic-abuse/children-young-people",
    },
    {
      kind: "violence",
      name: "National Domestic Abuse Helpline",
      number: "0808 2000 247",
      source: "nationaldahelpline.org.uk",
      seenAt: "centre56.org.uk/domestic-abuse",
    },
  ],
  IE: [
    { kind: "emergency", number: "112", source: "gov.ie", seenAt: "thejournal.ie/childline-storm-emma-3878571-Mar2018" },
    {
      kind: "crisis",
      name: "Samaritans",
      number: "116 123",
      source: "samaritans.org/ireland",
      seenAt:
        "irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html",
    },
    {
      kind: "children",
      name: "Childline by ISPCC",
      number: "1800 66 66 66",
      source: "childline.ie",
      seenAt: "audio.com/connemararadioarchives/audio/health-pg-33-17dec2024",
    },
    {
      kind: "violence",
      name: "Women's Aid",
      number: "1800 341 900",
      source: "womensaid.ie",
      seenAt: "thejournal.ie/womens-aid-helpline-2-2964358-Sep2016",
    },
  ],
  US: [
    {
      kind: "emergency",
      number: "911",
      source: "911.gov",
      seenAt: "health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
    },
    {
      kind: "crisis",
      name: "988 Suicide & Crisis Lifeline",
      number: "988",
      source: "988lifeline.org",
      seenAt: "health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
    },
    { kind: "children", name: "Childhelp", number: "1-800-422-4453", source: "childhelphotline.org", seenAt: "helpisaclickaway.org" },
    {
      kind: "violence",
      name: "National Domestic Violence Hotline",
      number: "1-800-799-7233",
      source: "thehotline.org",
      seenAt: "ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts",
    },
  ],
  CA: [
    { kind: "emergency", number: "911", source: "canada.ca", seenAt: "lifeunscripted.ca/9-8-8-a-new-canada-wide-suicide-help-line" },
    {
      kind: "crisis",
      name: "9-8-8",
      number: "988",
      source: "988.ca",
      seenAt: "napaneebeaver.ca/canadas-9-8-8-suicide-crisis-helpline-now-available",
    },
    {
      kind: "children",
      name: "Kids Help Phone",
      number: "1-800-668-6868",
      source: "kidshelpphone.ca",
      seenAt: "cbc.ca/news/health/mental-health-crisis-text-kids-help-phone-1.4894118",
    },
  ],
  AU: [
    { kind: "emergency", number: "000", source: "triplezero.gov.au", seenAt: "lifelineh2h.org.au/get-help/telephone-crisis-support/faqs" },
    {
      kind: "crisis",
      name: "Lifeline",
      number: "13 11 14",
      source: "lifeline.org.au",
      seenAt: "lifelineh2h.org.au/get-help/telephone-crisis-support/faqs",
    },
    {
      kind: "children",
      name: "Kids Helpline",
      number: "1800 55 1800",
      source: "kidshelpline.com.au",
      seenAt: "docs.ozsparkhub.com.au/en/community/crisis/immediate-help",
    },
    {
      kind: "violence",
      name: "1800RESPECT",
      number: "1800 737 732",
      source: "1800respect.org.au",
      seenAt: "docs.ozsparkhub.com.au/en/community/crisis/immediate-help",
    },
  ],
  NZ: [
    { kind: "emergency", number: "111", source: "police.govt.nz", seenAt: "nzherald.co.nz/nz/news/article.cfm?c_id=1&objectid=11898163" },
    { kind: "crisis", name: "1737", number: "1737", source: "1737.org.nz", seenAt: "nzfamilies.org.nz/?p=1578" },
    {
      kind: "children",
      name: "Youthline",
      number: "0800 376 633",
      source: "youthline.co.nz",
      seenAt: "youthaffairs.govt.nz/news/2012/youthline.html",
    },
  ],
  ES: [
    {
      kind: "emergency",
      number: "112",
      source: "112.es",
      seenAt: "elperiodicoextremadura.com/noticias/extremadura/extremadura-realizan-tres-llamadas-dia-telefono-016_1194873.html",
    },
    {
      kind: "crisis",
      name: "Línea 024",
      number: "024",
      source: "sanidad.gob.es/linea024",
      seenAt: "maldita.es/index.php/malditaciencia/20220510/024-numero-telefono-atencion-suicidio-espana-gratuito",
    },
    {
      kind: "children",
      name: "Fundación ANAR",
      number: "116 111",
      source: "anar.org",
      seenAt: "valenciaextra.com/es/sociedad/telefono-ayuda-fundacion-anar-2855-ninos-ninas-comunitat-valenciana-2023_559406_102_amp.html",
    },
    {
      kind: "violence",
      name: "016",
      number: "016",
      source: "violenciagenero.igualdad.gob.es",
      seenAt: "elperiodicoextremadura.com/noticias/extremadura/extremadura-realizan-tres-llamadas-dia-telefono-016_1194873.html",
    },
  ],
  MX: [
    {
      kind: "emergency",
      number: "911",
      source: "gob.mx/911",
      seenAt:
        "noventagrados.com.mx/politica/sistema-de-emergencias-911-aliado-de-las-y-los-michoacanos-ante-cualquier-eventualidad-ssp.htm",
    },
    {
      kind: "crisis",
      name: "Línea de la Vida",
      number: "800 911 2000",
      source: "gob.mx/lineadelavida",
      seenAt:
        "eluniversal.com.mx/nacion/promueven-la-linea-de-la-vida-tras-presentar-encuesta-sobre-consumo-de-drogas-asi-puedes-pedir-ayuda",
    },
  ],
  AR: [
    {
      kind: "emergency",
      number: "911",
      source: "argentina.gob.ar",
      seenAt: "diariodecuyo.com.ar/editorialdeldia/Proteccion-de-menores-ante-casos-de-abusos-o-violencia-20220813-0112.html",
    },
    {
      kind: "violence",
      name: "Línea 144",
      number: "144",
      source: "argentina.gob.ar/linea-144",
      seenAt: "puntodevistaweb.com/2025/09/19/una-de-las-principales-acciones-contra-la-violencia-de-genero-cumple-12-anos",
    },
    {
      kind: "children",
      name: "Línea 102",
      number: "102",
      source: "argentina.gob.ar/linea102",
      seenAt: "diariodecuyo.com.ar/editorialdeldia/Proteccion-de-menores-ante-casos-de-abusos-o-violencia-20220813-0112.html",
    },
  ],
  CO: [
    { kind: "emergency", number: "123", source: "gov.co", seenAt: "seguimiento.co/node/51966" },
    { kind: "children", name: "Línea 141, ICBF", number: "141", source: "icbf.gov.co", seenAt: "seguimiento.co/node/51966" },
    { kind: "violence", name: "Línea 155", number: "155", source: "policia.gov.co", seenAt: "seguimiento.co/node/51966" },
  ],
  EG: [
    { kind: "emergency", number: "122", source: "moi.gov.eg", seenAt: "docslib.org/doc/6618224/2021-osac-csr-egypt-pdf" },
    { kind: "children", name: "خط نجدة الطفل", number: "16000", source: "nccm.gov.eg", seenAt: "darelhilal.com/Print/3200195.aspx" },
  ],
  JO: [
    { kind: "emergency", number: "911", source: "psd.gov.jo", seenAt: "jo.usembassy.gov/u-s-citizen-services/emergency-contact" },
    {
      kind: "children",
      name: "خط ١١٠ للأسرة والطفل",
      number: "110",
      source: "jordanriver.jo",
      seenAt: "ncfa.org.jo/en/news/workshop-for-national-team-for-family-protection",
    },
  ],
  LB: [
    { kind: "emergency", number: "112", source: "isf.gov.lb", seenAt: "progress.guide/atlas/asia/lebanon" },
    { kind: "crisis", name: "Embrace", number: "1564", source: "embracelebanon.org", seenAt: "progress.guide/atlas/asia/lebanon" },
  ],
  SA: [
    { kind: "emergency", number: "911", source: "moi.gov.sa", seenAt: "sabq.org/saudia/6u5ejfexow" },
    {
      kind: "children",
      name: "خط مساندة الطفل",
      number: "116111",
      source: "nfsp.org.sa",
      seenAt: "ksaplayers.com/Ksahome/NewsDetial/?nid=4977516",
    },
    { kind: "violence", name: "مركز بلاغات العنف الأسري", number: "1919", source: "hrsd.gov.sa", seenAt: "sauress.com/okaz/1557671" },
  ],
};

/** Directories of lines in other countries. */
export const directories = ["findahelpline.com", "childhelplineinternational.org"] as const;
