/**
 * Where each number of the list was read when it was last gone through: public pages, in stored copies of them, not the pages
 * themselves. A number that cannot be found anywhere is taken out of the list.
 */
export const checkedIn = "2026-11-22";

export const seenAt: Readonly<Record<string, string>> = {
  "GB 999": "sandwell.gov.uk/domestic-abuse/children-young-people",
  "GB 116 123": "samaritans.org/how-we-can-help/contact-samaritan",
  "GB 0800 1111": "sandwell.gov.uk/domestic-abuse/children-young-people",
  "GB 0808 2000 247": "centre56.org.uk/domestic-abuse",
  "IE 112": "thejournal.ie/childline-storm-emma-3878571-Mar2018",
  "IE 116 123":
    "irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html",
  "IE 1800 66 66 66": "audio.com/connemararadioarchives/audio/health-pg-33-17dec2024",
  "IE 1800 341 900": "thejournal.ie/womens-aid-helpline-2-2964358-Sep2016",
  "US 911": "health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
  "US 988": "health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
  "US 1-800-422-4453": "helpisaclickaway.org",
  "US 1-800-799-7233": "ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts",
  "CA 911": "lifeunscripted.ca/9-8-8-a-new-canada-wide-suicide-help-line",
  "CA 988": "napaneebeaver.ca/canadas-9-8-8-suicide-crisis-helpline-now-available",
  "CA 1-800-668-6868": "cbc.ca/news/health/mental-health-crisis-text-kids-help-phone-1.4894118",
  "AU 000": "lifelineh2h.org.au/get-help/telephone-crisis-support/faqs",
  "AU 13 11 14": "lifelineh2h.org.au/get-help/telephone-crisis-support/faqs",
  "AU 1800 55 1800": "docs.ozsparkhub.com.au/en/community/crisis/immediate-help",
  "AU 1800 737 732": "docs.ozsparkhub.com.au/en/community/crisis/immediate-help",
  "NZ 111": "nzherald.co.nz/nz/news/article.cfm?c_id=1&objectid=11898163",
  "NZ 1737": "nzfamilies.org.nz/?p=1578",
  "NZ 0800 376 633": "youthaffairs.govt.nz/news/2012/youthline.html",
  "ES 112": "elperiodicoextremadura.com/noticias/extremadura/extremadura-realizan-tres-llamadas-dia-telefono-016_1194873.html",
  "ES 024": "maldita.es/index.php/malditaciencia/20220510/024-numero-telefono-atencion-suicidio-espana-gratuito",
  "ES 116 111":
    "valenciaextra.com/es/sociedad/telefono-ayuda-fundacion-anar-2855-ninos-ninas-comunitat-valenciana-2023_559406_102_amp.html",
  "ES 016": "elperiodicoextremadura.com/noticias/extremadura/extremadura-realizan-tres-llamadas-dia-telefono-016_1194873.html",
  "MX 911": "noventagrados.com.mx/politica/sistema-de-emergencias-911-aliado-de-las-y-los-michoacanos-ante-cualquier-eventualidad-ssp.htm",
  "MX 800 911 2000":
    "eluniversal.com.mx/nacion/promueven-la-linea-de-la-vida-tras-presentar-encuesta-sobre-consumo-de-drogas-asi-puedes-pedir-ayuda",
  "AR 911": "diariodecuyo.com.ar/editorialdeldia/Proteccion-de-menores-ante-casos-de-abusos-o-violencia-20220813-0112.html",
  "AR 144": "puntodevistaweb.com/2025/09/19/una-de-las-principales-acciones-contra-la-violencia-de-genero-cumple-12-anos",
  "AR 102": "diariodecuyo.com.ar/editorialdeldia/Proteccion-de-menores-ante-casos-de-abusos-o-violencia-20220813-0112.html",
  "CO 123": "seguimiento.co/node/51966",
  "CO 141": "seguimiento.co/node/51966",
  "CO 155": "seguimiento.co/node/51966",
  "EG 122": "docslib.org/doc/6618224/2021-osac-csr-egypt-pdf",
  "EG 16000": "darelhilal.com/Print/3200195.aspx",
  "JO 911": "jo.usembassy.gov/u-s-citizen-services/emergency-contact",
  "JO 110": "ncfa.org.jo/en/news/workshop-for-national-team-for-family-protection",
  "LB 112": "progress.guide/atlas/asia/lebanon",
  "LB 1564": "progress.guide/atlas/asia/lebanon",
  "SA 911": "sabq.org/saudia/6u5ejfexow",
  "SA 116111": "ksaplayers.com/Ksahome/NewsDetial/?nid=4977516",
  "SA 1919": "sauress.com/okaz/1557671",
};
