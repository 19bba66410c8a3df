import { messages } from "../../platform/i18n.ts";

/** Reporting something that one sees. */
export const snapshotWords = messages({
  en: {
    report: "Report this",
    with: {
      profile: (name: string) => `The profile of ${name} goes with it, as you see it now.`,
      session: () => "What stands in the session goes with it, as it is now. Nobody's private notes do.",
      goal: () => "The goal goes with it, as it is now.",
    },
    stays: "Whatever is changed or deleted later, those who look after safety see it as it was.",
    gone: "What you reported is not here any more. Please report it once more where you saw it, or say below what it was.",
    kept: {
      profile: "The profile as it stood when it was reported",
      session: "The session as it stood when it was reported",
      goal: "The goal as it stood when it was reported",
    },
    files: "Files of what was reported",
    filesHint: "Copies, kept as long as the case. Open them with care: nothing has looked into them for viruses.",
  },
  es: {
    report: "Denunciar esto",
    with: {
      profile: (name) => `Va con ello el perfil de ${name}, tal como lo ves ahora.`,
      session: () => "Va con ello lo que consta en la sesión, tal como está ahora. Las notas privadas de nadie.",
      goal: () => "Va con ello la meta, tal como está ahora.",
    },
    stays: "Aunque después se cambie o se borre, quienes cuidan de la seguridad lo ven como estaba.",
    gone: "Lo que denunciaste ya no está aquí. Denúncialo otra vez donde lo viste, o di abajo qué era, por favor.",
    kept: {
      profile: "El perfil tal como estaba cuando se denunció",
      session: "La sesión tal como estaba cuando se denunció",
      goal: "La meta tal como estaba cuando se denunció",
    },
    files: "Archivos de lo denunciado",
    filesHint: "Copias que se conservan mientras dure el caso. Ábrelas con cuidado: nada las ha revisado en busca de virus.",
  },
  ar: {
    report: "الإبلاغ عن هذا",
    with: {
      profile: (name) => `يُرفق به الملف الشخصي لـ${name} كما تراه الآن.`,
      session: () => "يُرفق به ما في الجلسة كما هو الآن، دون الملاحظات الخاصة لأحد.",
      goal: () => "يُرفق به الهدف كما هو الآن.",
    },
    stays: "مهما غُيّر أو حُذف لاحقًا، يراه المسؤولون عن السلامة كما كان.",
    gone: "لم يعد ما أبلغت عنه هنا. من فضلك أبلغ عنه مرة أخرى حيث رأيته، أو قل أدناه ما كان.",
    kept: {
      profile: "الملف الشخصي كما كان حين جرى الإبلاغ عنه",
      session: "الجلسة كما كانت حين جرى الإبلاغ عنها",
      goal: "الهدف كما كان حين جرى الإبلاغ عنه",
    },
    files: "ملفات ما أُبلغ عنه",
    filesHint: "نسخ تُحفظ ما بقيت الحالة. افتحها بحذر: لم يفحصها شيء بحثًا عن الفيروسات.",
  },
});
