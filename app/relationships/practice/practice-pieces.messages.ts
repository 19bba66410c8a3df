import { messages } from "../../platform/i18n.ts";
import type { ReadyMade } from "./practice.ts";

/** The ready-made pieces: two minutes to read, and one thing to try. */
export const pieceWords = messages({
  en: {
    "active-listening": {
      title: "Listening before anything else",
      body: `Most people listen in order to answer. In your first meeting try to listen in order to understand.

Ask one open question, one that begins with "what" or "how", and then wait. Count to five before you say anything. The second half of an answer often comes after the silence.

Say back in your own words what you have heard: "So you …, is that it?" If it is not quite it, you will be told, and both of you have learned something.

Keep your own story for later. "That happened to me, too" moves the talk from the other person to you.

To try: in your next meeting, count how often you ask before you advise.`,
    },
    difference: {
      title: "Talking about what makes you different",
      body: `You come from different places: age, language, money, skin, faith, health, family. Not speaking of it does not make it disappear; it makes it heavy.

You need not ask for anybody's story. Say something of yourself first: "I grew up where nobody had studied, and some things took me long to understand. How is it for you?" Then it is an invitation, which can be declined.

If you hear of something that you have never lived through, believe it. Do not look for another explanation, and do not say what you would have done.

If you said something that hurt: say so, say that you are sorry, and go on. A long apology asks the other to comfort you.

To try: name one difference between you, kindly and without asking for anything.`,
    },
    feedback: {
      title: "Giving feedback that can be used",
      body: `Feedback helps when it is soon, small and about something that was done, not about how somebody is.

Three sentences are enough. What I saw: "You began with an apology." What it did to me: "I listened less after that." What I would try: "What if you began with your question?"

Say what was good just as exactly. "Great" cannot be repeated; "you paused before the number, and everybody looked up" can.

Ask first: "Would you like to know what I noticed?" And ask for it yourself: "What should I do differently?" Then only say thank you.

To try: say one thing in these three sentences before you part.`,
    },
    "saying-no": {
      title: "Saying no, and hearing it",
      body: `A relationship in which nobody can say no is not safe. Both of you may: to a day, a topic, a favor.

A no that can be heard is short, kind and without ten reasons: "I cannot do that. What I can do is read it until Friday."

Money, a place to sleep, a job for a cousin: that is beyond what you agreed. You may say: "That is nothing I can do as part of this. Shall we see who could help?"

If you hear a no, thank for it. It tells you that you are trusted with the truth.

To try: think of one thing that you have said yes to and did not want. How would the short sentence go?`,
    },
    "when-to-refer": {
      title: "When somebody else should help",
      body: `You accompany somebody; you do not carry her alone. Some things belong to people who have learned it.

Get help when somebody is in danger or hurts herself or others; when you lie awake over what you have heard; when the same trouble comes back each time and grows; when it is about law, illness, debt or violence.

You need not be sure. Write to your coordinator, or use "Something is wrong" at the foot of each page. In danger, call the emergency number first.

Say it to the person, too, wherever you can: "This is more than the two of us can solve, and I do not want to leave you alone with it. May I ask somebody?" If somebody is in danger you ask also without a yes.

To try: write down whom you would call first.`,
    },
    "ending-well": {
      title: "Ending well",
      body: `Most relationships just fade. One that ends well stays with both for years.

Say early that the end comes, and when. Look back together: where did we begin, what is otherwise now, what was hard, what are we proud of?

Say what you received, exactly. "When you asked me what I was afraid of, I stopped running away" is worth more than any gift.

Agree what comes after: whether you write to each other, and how often. "Let us stay in touch" is what people say who will not. No contact is a good answer, too.

To try: before your last meeting write three sentences that begin with "Thank you for …".`,
    },
  } satisfies Record<ReadyMade, { title: string; body: string }>,
  es: {
    "active-listening": {
      title: "Escuchar antes que nada",
      body: `Casi siempre escuchamos para responder. En vuestro primer encuentro prueba a escuchar para entender.

Haz una pregunta abierta, de las que empiezan con «qué» o «cómo», y espera. Cuenta hasta cinco antes de decir nada. La segunda mitad de una respuesta suele llegar después del silencio.

Devuelve con tus palabras lo que has oído: «Entonces tú…, ¿es eso?». Si no es del todo eso, te lo dirán, y ambas partes habréis aprendido algo.

Guarda tu propia historia para más tarde. «A mí también me pasó» lleva la conversación de la otra persona hacia ti.

Para probar: en el próximo encuentro cuenta cuántas veces preguntas antes de aconsejar.`,
    },
    difference: {
      title: "Hablar de lo que os hace diferentes",
      body: `Venís de lugares distintos: edad, lengua, dinero, piel, fe, salud, familia. No hablar de ello no lo hace desaparecer; lo hace pesar.

No hace falta pedir a nadie su historia. Di primero algo de ti: «Crecí donde nadie había estudiado y algunas cosas tardé en entenderlas. ¿Cómo es para ti?». Así es una invitación que se puede rechazar.

Si oyes algo que nunca has vivido, créelo. No busques otra explicación ni digas lo que tú habrías hecho.

Si has dicho algo que dolió: dilo, pide disculpas y sigue. Una disculpa larga pide a la otra persona que te consuele.

Para probar: nombra una diferencia entre vosotros, con amabilidad y sin pedir nada.`,
    },
    feedback: {
      title: "Dar una opinión que sirva",
      body: `Una opinión ayuda cuando llega pronto, es pequeña y habla de algo que se hizo, no de cómo es alguien.

Bastan tres frases. Lo que vi: «Empezaste con una disculpa». Lo que me hizo: «Después escuché menos». Lo que probaría: «¿Y si empezaras con tu pregunta?».

Di lo bueno con la misma exactitud. «Genial» no se puede repetir; «hiciste una pausa antes de la cifra y todo el mundo levantó la vista», sí.

Pregunta antes: «¿Quieres saber qué he notado?». Y pídela tú: «¿Qué debería hacer de otra manera?». Después di solo gracias.

Para probar: di una cosa en estas tres frases antes de despediros.`,
    },
    "saying-no": {
      title: "Decir que no, y oírlo",
      body: `Una relación en la que nadie puede decir que no, no es segura. Ambas partes podéis: a un día, a un tema, a un favor.

Un no que se puede oír es corto, amable y sin diez razones: «Eso no puedo. Lo que sí puedo es leerlo hasta el viernes».

Dinero, un sitio donde dormir, un trabajo para un primo: eso va más allá de lo acordado. Puedes decir: «Eso no lo puedo hacer dentro de esto. ¿Miramos quién podría ayudar?».

Si oyes un no, agradécelo. Te dice que confían en ti la verdad.

Para probar: piensa en algo a lo que dijiste que sí y no querías. ¿Cómo sería la frase corta?`,
    },
    "when-to-refer": {
      title: "Cuándo debe ayudar otra persona",
      body: `Acompañas a alguien; no cargas con todo. Algunas cosas son de quienes lo han aprendido.

Busca ayuda cuando alguien corre peligro o se hace daño o lo hace a otros; cuando no duermes por lo que has oído; cuando el mismo problema vuelve cada vez y crece; cuando se trata de leyes, enfermedad, deudas o violencia.

No necesitas tener certeza. Escribe a tu coordinación o usa «Algo no va bien» al pie de cada página. Si hay peligro, llama primero al número de emergencias.

Díselo también a la persona siempre que puedas: «Esto es más de lo que podemos resolver aquí y no quiero dejarte a solas con ello. ¿Puedo preguntar a alguien?». Si alguien corre peligro, preguntas también sin un sí.

Para probar: anota a quién llamarías primero.`,
    },
    "ending-well": {
      title: "Terminar bien",
      body: `La mayoría de las relaciones se apagan sin más. Una que termina bien os acompaña durante años.

Di pronto que llega el final, y cuándo. Mirad atrás: dónde empezamos, qué es distinto ahora, qué fue difícil, de qué estamos orgullosos.

Di con exactitud lo que has recibido. «Cuando me preguntaste de qué tenía miedo, dejé de huir» vale más que cualquier regalo.

Acordad qué viene después: si os escribís y cada cuánto. «Seguimos en contacto» lo dice quien no lo hará. Ningún contacto también es una buena respuesta.

Para probar: antes del último encuentro escribe tres frases que empiecen con «Gracias por…».`,
    },
  },
  ar: {
    "active-listening": {
      title: "الإصغاء قبل كل شيء",
      body: `يصغي معظم الناس لكي يجيبوا. في لقائكما الأول حاول أن تصغي لكي تفهم.

اسأل سؤالًا مفتوحًا يبدأ بـ«ماذا» أو «كيف» ثم انتظر. عُدّ إلى خمسة قبل أن تقول شيئًا، فالنصف الثاني من الجواب يأتي غالبًا بعد الصمت.

أعد بكلماتك ما سمعت: «إذن أنت…، هل هذا هو؟». وإن لم يكن كذلك تمامًا فسيقال لك، ويكون كلاكما قد تعلّم شيئًا.

اترك قصتك لوقت لاحق. عبارة «حدث لي هذا أيضًا» تنقل الحديث من الآخر إليك.

للتجربة: عُدّ في لقائكما القادم كم مرة تسأل قبل أن تنصح.`,
    },
    difference: {
      title: "الحديث عما يميّز كلًا منكما",
      body: `تأتيان من أماكن مختلفة: العمر واللغة والمال ولون البشرة والدين والصحة والأسرة. السكوت عنها لا يخفيها بل يجعلها ثقيلة.

لا حاجة إلى أن تطلب من أحد قصته. قل أولًا شيئًا عن نفسك: «نشأت حيث لم يدرس أحد، واستغرق فهمي بعض الأمور وقتًا. كيف هو الأمر معك؟». هكذا تكون دعوة يمكن الاعتذار عنها.

إن سمعت شيئًا لم تعشه فصدّقه. لا تبحث عن تفسير آخر، ولا تقل ماذا كنت ستفعل.

وإن قلت ما آلم: اعترف به واعتذر ثم تابع. فالاعتذار الطويل يطلب من الآخر أن يواسيك.

للتجربة: سمِّ اختلافًا واحدًا بينكما، بلطف ودون أن تطلب شيئًا.`,
    },
    feedback: {
      title: "ملاحظات يمكن الاستفادة منها",
      body: `تفيد الملاحظة حين تكون قريبة وصغيرة وعن فعل جرى، لا عن طبع شخص.

ثلاث جمل تكفي. ما رأيته: «بدأت باعتذار». ما أحدثه فيّ: «قلّ إصغائي بعده». ما أجربه: «ماذا لو بدأت بسؤالك؟».

وقل ما كان جيدًا بالدقة نفسها. كلمة «رائع» لا يمكن تكرارها، أما «توقفت قبل الرقم فرفع الجميع رؤوسهم» فيمكن.

اسأل أولًا: «هل تود أن تعرف ما لاحظته؟». واطلبها لنفسك: «ماذا عليّ أن أغيّر؟» ثم اكتفِ بالشكر.

للتجربة: قل شيئًا واحدًا بهذه الجمل الثلاث قبل أن تفترقا.`,
    },
    "saying-no": {
      title: "قول لا، وسماعها",
      body: `علاقة لا يستطيع فيها أحد أن يقول لا ليست آمنة. يحق لكليكما ذلك: ليوم أو موضوع أو طلب.

والـ«لا» التي تُسمع قصيرة ولطيفة وبلا عشرة أسباب: «لا أستطيع ذلك. ما أستطيعه هو أن أقرأه حتى الجمعة».

المال أو مكان للنوم أو عمل لقريب: هذا أبعد مما اتفقتما عليه. يمكنك أن تقول: «هذا ليس مما أستطيع فعله هنا. هل ننظر من يمكنه المساعدة؟».

وإن سمعت «لا» فاشكر عليها، فهي تقول إنك مؤتمن على الحقيقة.

للتجربة: فكّر في شيء قلت له نعم ولم تكن تريده. كيف تكون الجملة القصيرة؟`,
    },
    "when-to-refer": {
      title: "متى ينبغي أن يساعد شخص آخر",
      body: `أنت ترافق شخصًا ولا تحمله وحدك. وبعض الأمور لمن تعلّمها.

اطلب المساعدة عندما يكون أحد في خطر أو يؤذي نفسه أو غيره، وعندما يحرمك ما سمعته النوم، وعندما تعود المشكلة نفسها كل مرة وتكبر، وعندما يتعلق الأمر بالقانون أو المرض أو الديون أو العنف.

لا يلزم أن تكون متأكدًا. اكتب إلى المنسق، أو استعمل «هناك مشكلة» أسفل كل صفحة. وعند الخطر اتصل برقم الطوارئ أولًا.

وقل ذلك للشخص أيضًا كلما استطعت: «هذا أكبر مما يمكننا حله هنا، ولا أريد أن أتركك وحدك معه. هل يمكنني أن أسأل أحدًا؟». وإن كان أحد في خطر فاسأل ولو بلا موافقة.

للتجربة: اكتب بمن تتصل أولًا.`,
    },
    "ending-well": {
      title: "نهاية حسنة",
      body: `معظم العلاقات تخبو فحسب. أما التي تنتهي حسنًا فتبقى مع صاحبيها سنوات.

قل مبكرًا إن النهاية قادمة ومتى. وانظرا معًا إلى الوراء: أين بدأنا، وما الذي تغيّر، وما الذي كان صعبًا، وبماذا نفخر؟

قل بدقة ما تلقيته. «عندما سألتني ممّ أخاف توقفت عن الهرب» أثمن من أي هدية.

واتفقا على ما بعدها: هل تتراسلان وكم مرة. «نبقى على تواصل» يقولها من لن يفعل. وعدم التواصل جواب حسن أيضًا.

للتجربة: قبل لقائكما الأخير اكتب ثلاث جمل تبدأ بـ«شكرًا على…».`,
    },
  },
});
