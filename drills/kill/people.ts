/** Spreadsheets for the drill. Their people live under .test (RFC 2606), which is delivered to, unlike .example. */
const skills = ["grant writing", "python", "public speaking", "budgeting", "design", "negotiation", "statistics", "teaching", "law"];

export const mentorAddress = (name: string, index: number): string => `${name}-mentor-${index}@drill.test`;
export const menteeAddress = (name: string, index: number): string => `${name}-mentee-${index}@drill.test`;

/** Mentors with so many places each. */
export function mentorsCsv(name: string, count: number, places: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    [`Mentor ${name} ${index}`, mentorAddress(name, index), "English", skills[index % 9], skills[(index * 4 + 1) % 9], places].join(","),
  );
  return ["Name,E-mail address,Spoken languages,Can help with,Interests,Places", ...lines].join("\r\n");
}

export function menteesCsv(name: string, count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    [`Mentee ${name} ${index}`, menteeAddress(name, index), "English", skills[(index * 5) % 9], skills[(index * 2) % 9]].join(","),
  );
  return ["Name,E-mail address,Spoken languages,What I hope to learn,Interests", ...lines].join("\r\n");
}
