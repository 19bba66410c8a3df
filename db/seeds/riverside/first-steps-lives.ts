/** What became of some of the first pairs of First Steps: a break, a later last day, a goodbye, an end. */
export const firstStepsLives = {
  thanks: {
    mentee: "Thank you for asking what I wanted before telling me what I could do. I sent the application, and they have invited me.",
    mentor: "You came prepared every single time. I have begun to ask my own team the questions that you asked me. Keep asking them.",
  },
  reached: {
    mentee: "An application that sounds like me, and a first interview.",
    mentor: "I have learned to wait until somebody has finished her sentence.",
  },
  why: { mentee: "I found a place sooner than I thought, in another city." },
  learned: "Somebody who changed fields late, as I would like to.",
} as const;
