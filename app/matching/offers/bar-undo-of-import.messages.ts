import { messages, plural } from "../../platform/i18n.ts";
import { formatNumber } from "../../ui/formats.ts";

export const barWords = messages({
  en: {
    hasOffer: (people: number): string =>
      plural("en", people, {
        one: "1 person from it has been offered a match.",
        other: `${formatNumber("en", people)} people from it have been offered a match.`,
      }),
  },
  es: {
    hasOffer: (people) =>
      plural("es", people, {
        one: "1 persona de ella recibió una propuesta.",
        other: `${formatNumber("es", people)} personas de ella recibieron una propuesta.`,
      }),
  },
  ar: {
    hasOffer: (people) =>
      plural("ar", people, {
        one: "عُرض لقاء على شخص واحد منه.",
        two: "عُرض لقاء على شخصين منه.",
        few: `عُرض لقاء على ${formatNumber("ar", people)} أشخاص منه.`,
        many: `عُرض لقاء على ${formatNumber("ar", people)} شخصًا منه.`,
        other: `عُرض لقاء على ${formatNumber("ar", people)} شخص منه.`,
      }),
  },
});
