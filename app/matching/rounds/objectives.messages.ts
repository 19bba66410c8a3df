/** What a round can go by, each with what it means and when it is the right one. */
import { messages, plural } from "../../platform/i18n.ts";

export const objectiveWords = messages({
  en: {
    legend: "What matters most?",
    names: {
      "most-good": "The most good in total",
      "most-people": "As many people as possible",
      stable: "By people's own choices",
      fair: "Fair between groups",
      "top-choices": "First choices guaranteed",
      groups: "Good groups",
      peers: "Good pairs of peers",
    },
    hints: {
      "most-good": "The sum of all strengths is as high as it can be. The right one when there are about as many places as mentees.",
      "most-people": "First that as many as possible find somebody; among those ways, the strongest. The right one when places are scarce.",
      stable:
        "No mentee and mentor would both rather have each other than whom they get. Mentees can rank honestly: nobody gains by tactics. The right one when people have ranked.",
      fair: "Each group gets its share of what it could get alone, the worst-off group first; then the strongest pairs. The right one when one group would otherwise be left out.",
      "top-choices":
        "Whoever has ranked gets one of her first choices, or nobody; the criteria decide the rest. The right one when a match that nobody wanted is worse than none.",
      groups: "Mentees gather around a mentor who fits each of them, in groups whose members fit each other.",
      peers:
        "Everybody is paired with somebody like her, so that the sum of all strengths is high. A pair's strength is the mean of how well each fits the other.",
    },
    details: {
      stable: "By people's own choices: who has not ranked",
      fair: "Fair between groups: which, and how",
      "top-choices": "First choices guaranteed: how many",
      groups: "Good groups: how large, and who belongs together",
      ties: "Going by the total: when two pairs are nearly equal",
    },
    groupSize: (least: string, most: string) =>
      `A group has from ${least} to ${most} mentees, as the program says, and never more than its mentor takes. A group that is under way takes in any number.`,
    othersIgnoreSize:
      "The other ways above do not look at how many a group needs: a mentor may get fewer, and you begin that group yourself.",
    company: "How much it counts that mentees of a group fit each other",
    companies: { full: "As much as the mentor", half: "Half as much as the mentor", none: "Not at all" },
    companyHints: {
      full: "The same criteria are held against the other mentees. The right one when they learn from each other.",
      half: "The mentor comes first; among equals, good company decides.",
      none: "Only how well each fits the mentor counts.",
    },
    unranked: "Who has ranked nobody",
    unrankedByWeight: "Takes part by the criteria",
    unrankedByWeightHint: "The strongest pairs come first on her list, after those she has ranked herself.",
    unrankedNever: "Stays without a mentor this time",
    unrankedNeverHint: "Only mentors whom she has ranked are possible.",
    nobodyRanked:
      "Nobody who can take part has ranked anybody yet: by people's own choices, or with first choices guaranteed, the criteria would decide everything. Remind people to choose first, or go by the total.",
    ranked: (n: number, figure: string, of: string) =>
      plural("en", n, {
        one: `One mentee of ${of} has ranked somebody so far.`,
        other: `${figure} mentees of ${of} have ranked somebody so far.`,
      }),
    dimension: "Groups by",
    dimensionHint: "Groups too small to be told of count with everybody else, so that nobody can be worked out from what the round does.",
    rule: "How",
    rules: {
      coverage: "Equal shares of what is possible (recommended)",
      parity: "Equal shares of matched people",
      floor: "Nobody gets a pair that is too weak",
    },
    ruleHints: {
      coverage:
        "Of those whom a group could have matched if it were alone, the same share in each group, as far as can be. Costs no matches.",
      parity: "The shares of matched people lie within a band of points.",
      floor: "The weakest pair is as strong as a stated price allows.",
    },
    band: "Width of the band, in points",
    price: "The floor may cost so many hundredths of the total",
    choices: "How many first choices",
    choicesHint: "Of those whom a mentee has ranked. Who has ranked nobody may get anybody who fits.",
    tiesHint:
      "Pairs whose strengths differ by less than this count as equal, and a lottery decides. How likely each pair was is kept with it, so that what works can be learned honestly later.",
    tiesOff: "Leave it at 0 to let every tenth of a point count.",
    tiesPoints: "Strengths closer than so many points count as equal",
    notOffered: "This program has no such rounds. Choose one of those shown.",
    noDimension: "Choose the groups that the round is to be fair between.",
  },
  es: {
    legend: "¿Qué importa más?",
    names: {
      "most-good": "El mayor bien en total",
      "most-people": "Tantas personas como se pueda",
      stable: "Según lo que elige cada persona",
      fair: "Equilibrio entre grupos",
      "top-choices": "Primeras opciones garantizadas",
      groups: "Buenos grupos",
      peers: "Buenas parejas entre iguales",
    },
    hints: {
      "most-good": "La suma de todas las fuerzas es la más alta posible. Conviene cuando hay más o menos tantas plazas como personas.",
      "most-people": "Primero, que el mayor número encuentre a alguien; entre esas maneras, la más fuerte. Conviene cuando faltan plazas.",
      stable:
        "No hay una persona mentorizada y un mentor que se prefieran mutuamente a quien les toca. Se puede elegir con sinceridad: nadie gana con tácticas. Conviene cuando la gente ha ordenado sus opciones.",
      fair: "Cada grupo recibe su parte de lo que conseguiría en solitario, empezando por el que está peor; después, las parejas más fuertes. Conviene cuando, si no, un grupo quedaría fuera.",
      "top-choices":
        "Quien ha elegido recibe una de sus primeras opciones o a nadie; los criterios deciden el resto. Conviene cuando una pareja que nadie quería es peor que ninguna.",
      groups: "Las personas se reúnen en torno a un mentor que encaja con cada una, en grupos cuyos miembros encajan entre sí.",
      peers:
        "Cada persona forma pareja con otra como ella, de modo que la suma de las fuerzas sea alta. La fuerza de una pareja es la media de cuánto encaja cada una con la otra.",
    },
    details: {
      stable: "Según lo elegido: quien no ha elegido",
      fair: "Equilibrio entre grupos: cuáles y cómo",
      "top-choices": "Primeras opciones garantizadas: cuántas",
      groups: "Buenos grupos: qué tamaño y quiénes van juntos",
      ties: "Por el total: cuando dos parejas son casi iguales",
    },
    groupSize: (least, most) =>
      `Un grupo tiene de ${least} a ${most} personas, como dice el programa, y nunca más de las que acepta su mentor. Un grupo que ya está en marcha recibe a cualquier número.`,
    othersIgnoreSize:
      "Las otras formas de arriba no miran cuántas personas necesita un grupo: a un mentor pueden tocarle menos, y ese grupo lo empiezas tú.",
    company: "Cuánto cuenta que las personas de un grupo encajen entre sí",
    companies: { full: "Tanto como el mentor", half: "La mitad que el mentor", none: "Nada" },
    companyHints: {
      full: "Los mismos criterios se comparan entre las personas del grupo. Conviene cuando aprenden unas de otras.",
      half: "El mentor va primero; entre opciones parecidas decide la buena compañía.",
      none: "Solo cuenta lo bien que cada una encaja con el mentor.",
    },
    unranked: "Quien no ha elegido a nadie",
    unrankedByWeight: "Participa según los criterios",
    unrankedByWeightHint: "Las parejas más fuertes van primero en su lista, detrás de quienes haya elegido.",
    unrankedNever: "Esta vez se queda sin mentor",
    unrankedNeverHint: "Solo son posibles los mentores que haya elegido.",
    nobodyRanked:
      "Nadie que pueda participar ha elegido a nadie todavía: según las propias elecciones, o con las primeras opciones garantizadas, lo decidirían todo los criterios. Recuerda antes que elijan, o guíate por el total.",
    ranked: (n, figure, of) =>
      plural("es", n, {
        one: `Una persona de ${of} ha elegido a alguien hasta ahora.`,
        other: `${figure} personas de ${of} han elegido a alguien hasta ahora.`,
      }),
    dimension: "Grupos según",
    dimensionHint:
      "Los grupos demasiado pequeños para mostrarse cuentan con todos los demás, para que lo que hace la ronda no delate a nadie.",
    rule: "Cómo",
    rules: {
      coverage: "La misma parte de lo posible (recomendado)",
      parity: "La misma proporción de personas con mentor",
      floor: "Que nadie tenga una pareja demasiado débil",
    },
    ruleHints: {
      coverage: "De quienes un grupo podría emparejar en solitario, la misma parte en cada grupo, hasta donde se pueda. No cuesta parejas.",
      parity: "Las proporciones de personas con mentor quedan dentro de una franja de puntos.",
      floor: "La pareja más débil es tan fuerte como permita el precio fijado.",
    },
    band: "Anchura de la franja, en puntos",
    price: "El mínimo puede costar tantas centésimas del total",
    choices: "Cuántas primeras opciones",
    choicesHint: "De entre quienes haya elegido cada persona. A quien no ha elegido le puede tocar cualquiera que encaje.",
    tiesHint:
      "Las parejas cuya fuerza difiere en menos que esto cuentan como iguales y decide un sorteo. Con cada pareja se guarda lo probable que era, para aprender después con honradez qué funciona.",
    tiesOff: "Déjalo en 0 para que cuente cada décima de punto.",
    tiesPoints: "Cuentan como iguales las fuerzas más próximas que estos puntos",
    notOffered: "Este programa no tiene rondas así. Elige una de las que se muestran.",
    noDimension: "Elige los grupos entre los que la ronda debe equilibrar.",
  },
  ar: {
    legend: "ما الأهم؟",
    names: {
      "most-good": "أكبر نفع في المجموع",
      "most-people": "أكبر عدد من الناس",
      stable: "حسب اختيارات الناس أنفسهم",
      fair: "العدل بين المجموعات",
      "top-choices": "الخيارات الأولى مضمونة",
      groups: "مجموعات جيدة",
      peers: "ثنائيات أقران جيدة",
    },
    hints: {
      "most-good": "مجموع القوة أعلى ما يمكن. يناسب حين تقارب الأماكن عدد المسترشدين.",
      "most-people": "أولًا أن يجد أكبر عدد أحدًا، ثم الأقوى من بين تلك الطرق. يناسب حين تشح الأماكن.",
      stable:
        "لا مسترشد ومرشد يفضّل كل منهما الآخر على من ناله. ويمكن الاختيار بصدق، فلا أحد يكسب بالحيلة. يناسب حين يكون الناس قد رتّبوا اختياراتهم.",
      fair: "تنال كل مجموعة نصيبها مما كانت ستناله وحدها، والأقل حظًا أولًا، ثم أقوى الثنائيات. يناسب حين تُستبعد مجموعة لولا ذلك.",
      "top-choices":
        "من رتّب اختياراته ينال أحد خياراته الأولى أو لا أحد، والمعايير تحسم الباقي. يناسب حين يكون ثنائي لم يرده أحد أسوأ من لا شيء.",
      groups: "يجتمع المسترشدون حول مرشد يناسب كلًا منهم، في مجموعات يناسب أعضاؤها بعضهم بعضًا.",
      peers: "يُجمع كل شخص بقرين له بحيث يعلو مجموع القوة. وقوة الثنائي متوسط مدى ملاءمة كل منهما للآخر.",
    },
    details: {
      stable: "حسب الاختيارات: من لم يختر",
      fair: "العدل بين المجموعات: أيها وكيف",
      "top-choices": "الخيارات الأولى مضمونة: كم",
      groups: "مجموعات جيدة: حجمها ومن يجتمع معًا",
      ties: "حسب المجموع: حين يكاد ثنائيان يتساويان",
    },
    groupSize: (least, most) =>
      `في المجموعة من ${least} إلى ${most} من المسترشدين كما يقول البرنامج، ولا تزيد أبدًا على ما يقبله مرشدها. أما المجموعة التي بدأت فتستقبل أي عدد.`,
    othersIgnoreSize: "أما الطرق الأخرى أعلاه فلا تنظر كم تحتاج المجموعة: قد يكون لمرشد أقل من ذلك، فتبدأ تلك المجموعة بنفسك.",
    company: "كم يُحسب أن يناسب مسترشدو المجموعة بعضهم بعضًا",
    companies: { full: "بقدر المرشد", half: "نصف قدر المرشد", none: "لا يُحسب" },
    companyHints: {
      full: "تُقارن المعايير نفسها بين المسترشدين. يناسب حين يتعلم بعضهم من بعض.",
      half: "المرشد أولًا، وبين المتقاربين تحسم الصحبة الجيدة.",
      none: "لا يُحسب إلا مدى ملاءمة كل منهم للمرشد.",
    },
    unranked: "من لم يختر أحدًا",
    unrankedByWeight: "يشارك حسب المعايير",
    unrankedByWeightHint: "تأتي أقوى الثنائيات أولًا في قائمته بعد من اختارهم بنفسه.",
    unrankedNever: "يبقى هذه المرة بلا مرشد",
    unrankedNeverHint: "لا يمكن إلا المرشدون الذين اختارهم.",
    nobodyRanked:
      "لم يختر أحد ممن يمكنهم المشاركة أحدًا بعد. فإن سارت الجولة بخيارات الناس أنفسهم، أو بضمان الخيارات الأولى، قررت المعايير كل شيء. ذكّرهم بالاختيار أولًا، أو اعتمد المجموع.",
    ranked: (n, figure, of) =>
      plural("ar", n, {
        zero: `لم يختر أحد من ${of} بعد.`,
        one: `اختار مسترشد واحد من ${of} حتى الآن.`,
        two: `اختار مسترشدان من ${of} حتى الآن.`,
        few: `اختار ${figure} مسترشدين من ${of} حتى الآن.`,
        many: `اختار ${figure} مسترشدًا من ${of} حتى الآن.`,
        other: `اختار ${figure} مسترشد من ${of} حتى الآن.`,
      }),
    dimension: "المجموعات حسب",
    dimensionHint: "المجموعات الأصغر من أن تُذكر تُحسب مع الجميع، كي لا يدل ما تفعله الجولة على أحد.",
    rule: "كيف",
    rules: {
      coverage: "أنصبة متساوية مما هو ممكن (يُنصح به)",
      parity: "نسب متساوية ممن لهم مرشد",
      floor: "ألا ينال أحد ثنائيًا أضعف مما ينبغي",
    },
    ruleHints: {
      coverage: "من عدد من كان يمكن جمعهم لو كانت المجموعة وحدها، النصيب نفسه لكل مجموعة قدر الإمكان. ولا ينقص عدد الثنائيات.",
      parity: "تقع نسب من لهم مرشد ضمن نطاق من النقاط.",
      floor: "أضعف ثنائي يكون أقوى ما يسمح به ثمن محدد.",
    },
    band: "عرض النطاق بالنقاط",
    price: "قد يكلّف الحد الأدنى هذا القدر من المئة من المجموع",
    choices: "كم خيارًا أول",
    choicesHint: "ممن اختارهم المسترشد. ومن لم يختر أحدًا قد ينال أي مناسب.",
    tiesHint: "الثنائيات التي تتقارب قوتها بأقل من هذا تُعدّ متساوية وتحسم القرعة. ويُحفظ مع كل ثنائي احتمال ظهوره ليُعرف لاحقًا بأمانة ما ينفع.",
    tiesOff: "اتركه 0 ليُحسب كل عُشر نقطة.",
    tiesPoints: "تُعدّ متساوية القوى الأقرب من هذا العدد من النقاط",
    notOffered: "لا جولات من هذا النوع في هذا البرنامج. اختر مما هو معروض.",
    noDimension: "اختر المجموعات التي تعدل الجولة بينها.",
  },
});
