/** Between peers the same ways are told in other words: nobody is the mentee or the mentor. */
import { messages } from "../../platform/i18n.ts";

export const peerModeWords = messages({
  en: {
    notForPeers: "Not between peers: a round of peers goes by how well two fit, and whoever chooses would be chosen at the same time.",
    needAnotherWay: "Peers find each other by a round, or by asking. Choose one of these ways first, then the format.",
    names: {
      round: "A round by the coordinator",
      "mentee-asks": "They ask each other",
      mixed: "First they ask, then a round for the rest",
    },
    what: {
      round: "You run a round by your criteria, look at the pairs, and publish it. Both peers get an offer and answer.",
      "mentee-asks":
        "People look at each other and ask, one by one, with a few words. Whoever is asked answers by a date. No round is needed.",
      mixed: "People ask each other until a date of yours. Then you run a round for everybody who has nobody yet.",
    },
    asks: "Somebody who asks",
    isAsked: "Somebody who is asked",
    everybody: "Each of them",
    steps: {
      asks: {
        round: [
          "She waits until you publish a round.",
          "A letter introduces another person to her, with the reasons, and asks for her answer by a date.",
          "Once both have said yes, they see how to reach each other.",
        ],
        "mentee-asks": [
          "She sees the others: what they say of themselves, and how soon they usually answer.",
          "She asks one with a few words, and sees until when the answer is due.",
          "If it does not work out, she is told at once, and her next choice can be asked by itself.",
        ],
        mixed: [
          "She sees the others and may ask some until your date.",
          "If she has nobody by then, she takes part in your round.",
          "She always sees where she stands, and by when something happens.",
        ],
      },
      isAsked: {
        round: [],
        "mentee-asks": [
          "A letter brings her the words of somebody who asks her.",
          "She says yes, says no kindly with one tap, asks one question first, or takes a break.",
        ],
        mixed: ["She may be asked until your date, and answers each with one tap."],
      },
    },
  },
  es: {
    notForPeers: "No entre iguales: una ronda de iguales mira cuánto encajan dos personas, y quien elige sería elegida a la vez.",
    needAnotherWay: "Entre iguales la gente se encuentra por una ronda o preguntando. Elige antes uno de esos modos y después el formato.",
    names: {
      round: "Una ronda de la coordinación",
      "mentee-asks": "Se preguntan entre sí",
      mixed: "Primero preguntan, después una ronda para el resto",
    },
    what: {
      round: "Ejecutas una ronda según tus criterios, miras las parejas y la publicas. Ambas personas reciben una propuesta y responden.",
      "mentee-asks":
        "Las personas se miran y se preguntan, de una en una, con unas palabras. Cada persona responde antes de una fecha. No hace falta ronda.",
      mixed: "Se preguntan hasta una fecha que tú pones. Después ejecutas una ronda para quienes aún no tienen a nadie.",
    },
    asks: "Quien pregunta",
    isAsked: "Quien recibe la pregunta",
    everybody: "Cada persona",
    steps: {
      asks: {
        round: [
          "Espera a que publiques una ronda.",
          "Una carta le presenta a otra persona, con los motivos, y le pide respuesta antes de una fecha.",
          "Cuando ambas dicen que sí, ven cómo contactar.",
        ],
        "mentee-asks": [
          "Ve a las demás: qué dicen de sí y cuánto suelen tardar en responder.",
          "Pregunta a alguien con unas palabras y ve hasta cuándo debe llegar la respuesta.",
          "Si no puede ser, se lo decimos enseguida, y se puede preguntar por sí solo a su siguiente elección.",
        ],
        mixed: [
          "Ve a las demás y puede preguntar hasta tu fecha.",
          "Si para entonces no tiene a nadie, participa en tu ronda.",
          "Siempre ve cómo está y para cuándo pasa algo.",
        ],
      },
      isAsked: {
        round: [],
        "mentee-asks": [
          "Una carta le trae las palabras de quien le pregunta.",
          "Dice que sí, dice que no con amabilidad y un toque, hace antes una pregunta o se toma una pausa.",
        ],
        mixed: ["Pueden preguntarle hasta tu fecha y responde a cada persona con un toque."],
      },
    },
  },
  ar: {
    notForPeers: "ليست بين الأقران: جولة الأقران تنظر إلى مدى ملاءمة اثنين، ومن يختار سيُختار في الوقت نفسه.",
    needAnotherWay: "يجد الأقران بعضهم بجولة أو بالسؤال. اختر إحدى هاتين الطريقتين أولًا، ثم الصيغة.",
    names: { round: "جولة من المنسق", "mentee-asks": "يسأل بعضهم بعضًا", mixed: "يسألون أولًا، ثم جولة للباقين" },
    what: {
      round: "تجري جولة وفق معاييرك، وتنظر في الثنائيات، ثم تنشرها. يصل عرض إلى كلا القرينين فيردّان.",
      "mentee-asks": "ينظر الناس بعضهم إلى بعض ويسألون واحدًا واحدًا ببضع كلمات. ومن سُئل يجيب قبل موعد. لا حاجة إلى جولة.",
      mixed: "يسأل بعضهم بعضًا حتى موعد تحدده. ثم تجري جولة لكل من لم يجد أحدًا بعد.",
    },
    asks: "من يسأل",
    isAsked: "من يُسأل",
    everybody: "كل واحد منهم",
    steps: {
      asks: {
        round: [
          "ينتظر حتى تنشر جولة.",
          "تعرّفه رسالة بشخص آخر مع الأسباب، وتطلب رده قبل موعد.",
          "متى قبل الاثنان رأى كل منهما كيف يتواصل مع الآخر.",
        ],
        "mentee-asks": [
          "يرى الآخرين: ما يقولونه عن أنفسهم، وكم يستغرق ردهم عادة.",
          "يسأل واحدًا ببضع كلمات، ويرى موعد الرد.",
          "وإن لم يتيسر الأمر أُخبر فورًا، ويمكن أن يُسأل اختياره التالي تلقائيًا.",
        ],
        mixed: [
          "يرى الآخرين ويمكنه أن يسأل حتى موعدك.",
          "فإن لم يجد أحدًا حتى ذلك الحين شارك في جولتك.",
          "ويرى دائمًا أين وصل، ومتى يحدث شيء.",
        ],
      },
      isAsked: {
        round: [],
        "mentee-asks": ["تحمل إليه رسالة كلمات من يسأله.", "يقبل، أو يعتذر بلطف بلمسة واحدة، أو يسأل سؤالًا أولًا، أو يأخذ استراحة."],
        mixed: ["قد يُسأل حتى موعدك، ويجيب كل واحد بلمسة."],
      },
    },
  },
});
