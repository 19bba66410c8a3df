/** The two organizations of the demo. */
export const riverside = {
  name: "Riverside University",
  purpose: "The office for women's leadership: mentors for those at the beginning, and for those who begin again.",
  language: "en",
  timeZone: "Europe/London",
} as const;

export const ladera = {
  name: "Fundación Ladera",
  purpose: "En la ladera se planta mejor a la sombra de alguien. Acompañamos a quien llega a Málaga con quien llegó antes.",
  language: "es",
  timeZone: "Europe/Madrid",
} as const;
