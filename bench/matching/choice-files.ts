import { readWhole, writeWhole } from "./instance-files.ts";

/** Mentees with choices, everyone ranked on both sides; in the file: magic, mentees, mentors, pairs, then these arrays in this order. */
export type Choices = {
  readonly places: Int32Array;
  readonly ptr: Int32Array;
  readonly col: Int32Array;
  readonly menteeRank: Int32Array;
  readonly mentorRank: Int32Array;
};

const magic = 0x52414e4b;

export function writeChoices(file: string, { places, ptr, col, menteeRank, mentorRank }: Choices): void {
  const head = Int32Array.of(magic, ptr.length - 1, places.length, col.length);
  writeWhole(file, [head, places, ptr, col, menteeRank, mentorRank]);
}

export function readChoices(file: string): Choices {
  return readWhole(file, magic, (take) => {
    const [mentees, mentors, pairs] = take(3) as unknown as [number, number, number];
    return { places: take(mentors), ptr: take(mentees + 1), col: take(pairs), menteeRank: take(pairs), mentorRank: take(pairs) };
  });
}
