/** How the first pairs of First Steps began: what she wrote first, what came back, and where they met. By the mentee's key. */
export interface SeedBeginning {
  readonly hello: string;
  readonly answer: string;
  /** On the mentor's clock. */
  readonly at: string;
  readonly where: string;
  readonly notes?: string;
}

const call = (name: string): string => `https://meet.understory-demo.example/${name}`;

export const firstStepsBeginnings: Readonly<Record<string, SeedBeginning>> = {
  "amina.yusuf": {
    hello: "Good evening, Professor Ashworth. I hear that you kept a bucket in your office. I have a membrane that would fit into it.",
    answer: "Then we are already in business. Margaret. Come on a day when it rains; my window shows the river.",
    at: "16:30",
    where: "Margaret's office, fourth floor, the one with the window",
    notes: "What makes a talk hard is the first minute. We write only that one, and nothing else, until next time.",
  },
  "hanna.lindgren": {
    hello: "Hello Jonas. A doctorate or a job: you have done both, in the wrong order, and I would like to know everything.",
    answer: "Hello Hanna. The order was fine, the reasons were wrong. Let us walk and I tell you both.",
    at: "17:00",
    where: call("hanna-and-jonas"),
    notes: "Two lists: what she would miss in each. The second was longer than she thought.",
  },
  "nkechi.obi": {
    hello: "Dear Dr Siddiqui, my rota changes every Thursday, so I apologize in advance for all my Thursdays.",
    answer: "I have lived by rotas for nine years and deliver babies on Sundays. We will manage. Farah.",
    at: "17:00",
    where: call("nkechi-and-farah"),
  },
  "lucia.ferrer": {
    hello: "Hola, Mercedes. Llevo once versiones del mismo artículo. Prometo no mandarle la doce antes de vernos.",
    answer: "Mándeme la tres, que suele ser la buena. Y de tú, por favor.",
    at: "18:30",
    where: call("lucia-y-mercedes"),
    notes: "La tres era la buena.",
  },
  "isabel.reyes": {
    hello: "Buenas noches, Patricia. Salgo de guardia. Quiero entender el presupuesto de mi planta mejor que quien lo firma.",
    answer: "Pues tráelo, con los tachones. A mí también me lo escondían.",
    at: "19:00",
    where: "La fonda frente al hospital",
  },
  "sofia.quispe": {
    hello: "Hola, Ximena. Mi río no tiene quien lo mida. ¿Por dónde se empieza?",
    answer: "Por las fotos de tu abuela y por la ley de aguas. En ese orden.",
    at: "18:00",
    where: call("sofia-y-ximena"),
  },
  "noor.haddad": {
    hello: "مساء الخير رانيا. رسالتي طويلة وموضوعها ما زلت أحبه، لكننا لم نعد نتكلم.",
    answer: "مساء النور. إذن نبدأ بالصلح بينكما. قهوة على الشاشة يوم يناسبك؟",
    at: "18:00",
    where: call("noor-and-rania"),
    notes: "فصل واحد فقط حتى اللقاء القادم.",
  },
  "zofia.nowak": {
    hello: "Dear Ingrid, you raised two children between field seasons. I cannot keep a fern and a partner in the same city.",
    answer: "The fern goes first in the car, always. Dear Zofia, I look forward to this.",
    at: "17:30",
    where: call("zofia-and-ingrid"),
  },
  "caoimhe.byrne": {
    hello: "Hi Aoife. I am Miss Quark, term three of one. You came back at thirty-five; I am thirty-four.",
    answer: "Then you have a year to spare. Coffee? I know a place where nobody asks about black holes.",
    at: "17:30",
    where: "Coffee on Drury Street, upstairs",
    notes: "What she misses: the quiet before it is understood. Not the person, the quiet.",
  },
  "rosie.tulloch": {
    hello: "Hello Emily, I work nights, so your morning is my evening, and my evening is nobody's.",
    answer: "I have two children and no evenings at all. Ten in the morning my time, with toast.",
    at: "10:00",
    where: call("rosie-and-emily"),
  },
  "jamila.osman": {
    hello: "Dear Ms Ali, I have a list of stupid questions. It has forty entries.",
    answer: "Mine had sixty. Bring the first ten; the other thirty answer themselves. Hodan.",
    at: "18:30",
    where: "Inner Temple garden, the bench on the left",
    notes: "Ten asked. Seven were not stupid, three were excellent.",
  },
  "tuyet.nguyen": {
    hello: "Bonjour Claire. I am sorry to write so late. There, I have said it already.",
    answer: "We will collect them in a jar and buy theater tickets. One euro for each sorry.",
    at: "18:00",
    where: "Café by the Odéon",
    notes: "Four euros.",
  },
  "ines.carvalho": {
    hello: "Olá Tomás. They say that you can talk with fishermen and with ministers. I can do sardines.",
    answer: "Ministers are easier; they do not have to go out at four. Let us meet at the harbor.",
    at: "17:30",
    where: "Harbor of Setúbal, by the scales",
  },
  "priya.raman": {
    hello: "Hi Sheila. Three companies and one still exists: I would like to hear about the two.",
    answer: "Everybody asks about the one. You will go far. Bring your worst week.",
    at: "12:30",
    where: call("priya-and-sheila"),
  },
  "meiling.tan": {
    hello: "Hello! I am in six clubs. I was told to drop two and I have joined one more.",
    answer: "Then drop three. Hello, Mei Ling. We start with which one you would not notice.",
    at: "18:30",
    where: "Kopitiam near the library",
  },
  "grace.wanjiru": {
    hello: "Dear Mrs Njoroge, how does one become a head without becoming the head I had?",
    answer: "By being afraid of it, as you are. Come and see my school on a bad day.",
    at: "16:30",
    where: "The staff room, after lessons",
    notes: "It was a bad day. She smiled through it and I wrote down when she did not.",
  },
  "fatoumata.diallo": {
    hello: "Good evening Lorraine. There is something at work that I have told only my sister.",
    answer: "Then I will be the second, when you like. No notes, no names.",
    at: "18:00",
    where: "Lorraine's car, parked by the river",
  },
};
