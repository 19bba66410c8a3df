import { messages } from "../../platform/i18n.ts";
import type { Impossible, LifeState } from "./life.ts";

export const lifeWords = messages({
  en: {
    states: { active: "Active", paused: "Paused", closing: "Coming to its end", concluded: "Concluded" } satisfies Record<
      LifeState,
      string
    >,
    impossible: {
      concluded: "This relationship is concluded; nothing changes in it any more.",
      "already-paused": "Your coordinator has paused this relationship. Write to her if it should go on.",
      "not-paused": "This relationship is not paused. It goes on as it is.",
      "held-for-safety":
        "The safeguarding lead of your organization is looking into something and has paused this relationship. Until she lifts the pause nothing can change.",
      "already-closing": "This relationship is coming to its end already.",
      "not-closing": "This relationship is not coming to its end.",
      "day-past": "That day has passed. Choose a later one.",
      "day-not-come": "It is too early for that.",
    } satisfies Record<Impossible, string>,
  },
  es: {
    states: { active: "Activa", paused: "En pausa", closing: "Llegando a su fin", concluded: "Concluida" },
    impossible: {
      concluded: "Esta relación ha concluido; ya no cambia nada en ella.",
      "already-paused": "Tu coordinación ha puesto esta relación en pausa. Escríbele si debe continuar.",
      "not-paused": "Esta relación no está en pausa. Sigue como está.",
      "held-for-safety":
        "La persona responsable de protección de tu organización está revisando algo y ha puesto esta relación en pausa. Mientras dure la pausa no se puede cambiar nada.",
      "already-closing": "Esta relación ya está llegando a su fin.",
      "not-closing": "Esta relación no está llegando a su fin.",
      "day-past": "Ese día ya ha pasado. Elige uno posterior.",
      "day-not-come": "Todavía es pronto para eso.",
    },
  },
  ar: {
    states: { active: "نشطة", paused: "متوقفة مؤقتًا", closing: "تقترب من نهايتها", concluded: "منتهية" },
    impossible: {
      concluded: "انتهت هذه العلاقة، ولا يتغير فيها شيء بعد الآن.",
      "already-paused": "أوقفت جهة التنسيق هذه العلاقة مؤقتًا. اكتب إليها إذا كان ينبغي أن تستمر.",
      "not-paused": "هذه العلاقة غير متوقفة، وهي مستمرة كما هي.",
      "held-for-safety": "مسؤول الحماية في مؤسستك ينظر في أمر ما وقد أوقف هذه العلاقة مؤقتًا. لا يمكن تغيير شيء حتى يرفع الإيقاف.",
      "already-closing": "هذه العلاقة تقترب من نهايتها بالفعل.",
      "not-closing": "هذه العلاقة لا تقترب من نهايتها.",
      "day-past": "هذا اليوم قد مضى. اختر يومًا لاحقًا.",
      "day-not-come": "ما زال الوقت مبكرًا لذلك.",
    },
  },
});
