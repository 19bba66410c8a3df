/** Fundación Ladera, in Málaga: mentors and mentees who came the same way. */
import type { SeedStaff } from "../person.ts";

export const laderaStaff: readonly SeedStaff[] = [
  {
    key: "sten.nilsen",
    name: "Sten Nilsen",
    pronouns: "él",
    role: "owner",
    writes: "es",
    lives: "malaga",
    speaks: "no es en",
    headline: "Fundó Ladera en el bajo de su casa",
    story:
      "Llegué de Bergen por un invierno y me quedé veintidós años. A mí nadie me pidió papeles con mala cara, y un día entendí por qué. Ladera empezó con una mesa, una cafetera y un vecino de Alepo que sabía hacerlo todo mejor que yo.",
    likes: "remar, café",
    free: "Mon-Fri 10-14",
  },
  {
    key: "stella.marchetti",
    name: "Stella Marchetti",
    pronouns: "ella",
    role: "member",
    writes: "es",
    lives: "malaga",
    speaks: "it es en ar",
    headline: "Coordina Raíces nuevas",
    story:
      "Soy trabajadora social y tengo memoria para las caras y ninguna para los formularios, así que los guardo todos. Aprendí árabe con las telenovelas de mis vecinas. Mi parte preferida es la primera llamada, cuando todavía nadie se atreve a contar nada y al final se cuenta todo.",
    likes: "telenovelas, cocina",
    free: "Mon-Thu 9-15, Fri 9-13",
  },
  {
    key: "youssef.benali",
    name: "يوسف بنعلي",
    pronouns: "هو",
    role: "administrator",
    writes: "ar",
    lives: "malaga",
    speaks: "ar fr es",
    headline: "محاسب المؤسسة ومنظّم اللقاءات",
    story: "وصلت من تطوان طالبًا ولم أجد من يشرح لي ورقة الإيجار. الآن أشرحها كل ثلاثاء لمن يريد، والشاي على المؤسسة.",
    likes: "كرة القدم، الشاي",
    free: "Tue Thu 16-20",
  },
];
