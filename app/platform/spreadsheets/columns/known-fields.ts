/** A field of the profile that spreadsheets have under many names. */
export type KnownField =
  | "email"
  | "given-name"
  | "family-name"
  | "full-name"
  | "pronouns"
  | "headline"
  | "story"
  | "languages"
  | "time-zone"
  | "place"
  | "country"
  | "organization"
  | "skills-offered"
  | "skills-wanted"
  | "interests"
  | "capacity"
  | "availability"
  | "both-roles";

interface FieldNames {
  /** Headers that mean this field and hardly anything else. */
  readonly sure: string;
  /** Headers that may mean it where nothing fits better. */
  readonly perhaps?: string;
}

export const FIELD_NAMES: Readonly<Record<KnownField, FieldNames>> = {
  email: {
    sure: "email|e-mail|email address|e-mail address|mail address|work email|contact email|primary email|correo|correo electrónico|dirección de correo|dirección de correo electrónico|email de contacto|e-mail de contacto|البريد الإلكتروني|بريد إلكتروني|الإيميل|ايميل|عنوان البريد الإلكتروني",
    perhaps: "mail|contact|contacto|login|user|username|usuario|البريد|التواصل",
  },
  "given-name": {
    sure: "first name|given name|forename|firstname|fname|given names|first names|nombre de pila|primer nombre|nombres|الاسم الأول|الاسم الشخصي",
    perhaps: "preferred name|known as|nickname",
  },
  "family-name": {
    sure: "last name|family name|surname|lastname|lname|surnames|second name|apellido|apellidos|primer apellido|اسم العائلة|الاسم الأخير|الكنية|اللقب|النسب",
  },
  "full-name": {
    sure: "full name|fullname|display name|name and surname|first and last name|nombre completo|nombre y apellidos|nombre y apellido|nombres y apellidos|الاسم الكامل|الاسم واللقب|الاسم الثلاثي|الاسم بالكامل",
    perhaps: "participant|person|mentor name|mentee name|participante|المشارك",
  },
  pronouns: { sure: "pronouns|preferred pronouns|pronombres|الضمائر|ضمير", perhaps: "pronoun|pronombre" },
  headline: {
    sure: "headline|job title|position|current role|current position|job|occupation|puesto|cargo|título profesional|ocupación|puesto de trabajo|المسمى الوظيفي|الوظيفة|المهنة",
    perhaps: "title|role|rol|tagline|título|المنصب|الدور",
  },
  story: {
    sure: "story|bio|biography|about|about me|about you|short bio|introduction|introduce yourself|personal statement|summary|biografía|sobre mí|sobre ti|presentación|acerca de mí|reseña|نبذة|نبذة عني|نبذة شخصية|السيرة|السيرة الذاتية|عني|قصتي",
    perhaps: "description|profile|background|experience|notes|descripción|perfil|trayectoria|الوصف|الخبرة",
  },
  languages: {
    sure: "languages|language|spoken languages|languages spoken|languages you speak|idiomas|idioma|lenguas|idiomas que hablas|اللغات|اللغة|لغات|اللغات التي تتحدثها",
    perhaps: "speaks|habla|mother tongue|native language|lengua materna|اللغة الأم",
  },
  "time-zone": { sure: "time zone|timezone|tz|zona horaria|huso horario|المنطقة الزمنية|التوقيت", perhaps: "zone|huso|zona" },
  place: {
    sure: "place|city|location|town|town or city|city and country|where do you live|based in|lugar|ciudad|ubicación|localidad|población|residencia|المدينة|المكان|الموقع|مكان الإقامة",
    perhaps: "country|region|state|province|address|office|campus|site|país|región|provincia|dirección|البلد|المنطقة|العنوان",
  },
  country: {
    sure: "country|country of residence|nation|país|país de residencia|البلد|الدولة|بلد الإقامة",
    perhaps: "location|ubicación|nationality|nacionalidad|الجنسية",
  },
  organization: {
    sure: "organization|organisation|company|employer|institution|university|school|workplace|organization name|company name|organización|empresa|institución|universidad|entidad|centro|المؤسسة|الشركة|المنظمة|الجامعة|جهة العمل",
    perhaps: "department|team|unit|affiliation|faculty|departamento|facultad|equipo|القسم|الإدارة|الكلية",
  },
  "skills-offered": {
    sure: "skills offered|can help with|i can help with|can offer|what can you offer|what i can offer|skills i can teach|skills to share|expertise|areas of expertise|can mentor in|mentoring topics|puedo ayudar con|puede ayudar con|habilidades que ofrece|habilidades que ofrezco|qué puedo ofrecer|áreas de experiencia|يمكنني المساعدة في|أستطيع المساعدة في|المهارات التي أقدمها|مجالات الخبرة|ما يمكنني تقديمه",
    perhaps: "skills|strengths|specialties|topics|tags|competencies|habilidades|competencias|especialidades|temas|المهارات|الخبرات|التخصص",
  },
  "skills-wanted": {
    sure: "skills wanted|wants to learn|want to learn|would like to learn|looking for help with|needs help with|learning goals|hopes to learn|what do you hope to learn|skills to develop|development goals|goals|quiero aprender|quiere aprender|desea aprender|necesito ayuda con|objetivos de aprendizaje|objetivos|habilidades por desarrollar|qué quieres aprender|أريد أن أتعلم|أود تعلم|المهارات المطلوبة|أحتاج المساعدة في|أهداف التعلم|الأهداف",
    perhaps: "skills|needs|topics|challenges|expectations|habilidades|necesidades|expectativas|temas|المهارات|الاحتياجات",
  },
  interests: {
    sure: "interests|hobbies|personal interests|hobbies and interests|intereses|aficiones|pasatiempos|الاهتمامات|الهوايات",
    perhaps: "topics|likes|gustos",
  },
  capacity: {
    sure: "capacity|number of mentees|max mentees|maximum mentees|how many mentees|maximum number of mentees|mentees wanted|places|slots|capacidad|número de mentees|cuántos mentees|cupo|plazas|número de personas|السعة|عدد المتدربين|عدد المسترشدين|كم عدد المتدربين",
    perhaps: "mentees|max|limit|máximo|الحد الأقصى",
  },
  availability: {
    sure: "availability|available|available times|when are you available|availability times|available hours|preferred times|days and times|disponibilidad|horario disponible|horarios|horario|cuándo puedes|días y horas|أوقات الفراغ|التوفر|الأوقات المتاحة|متى تكون متاحا|المواعيد المتاحة",
    perhaps: "times|schedule|days|días|الأوقات|المواعيد",
  },
  "both-roles": {
    sure: "both mentor and mentee|mentor and mentee|both roles|also mentor|also mentee|also a mentor|also a mentee|mentor y mentee|ambos roles|también mentor|también mentee|مرشد ومتدرب|كلا الدورين",
    perhaps: "both|ambos|كلاهما",
  },
};

/** A name by itself: of the whole person, or the given one beside a column of family names. */
export const BARE_NAME = "name|names|nombre|الاسم|اسم|your name|tu nombre|اسمك";
