/** Lists of weighted pairs that grow and shrink, in one array: two numbers an entry, the weight and the person on the other side. */
export class GrowingLists {
  data: Int32Array;
  /** Where each list begins, in entries, how many it has, and how many fit. */
  readonly begin: number[];
  readonly length: number[];
  readonly #room: number[];
  #used: number;

  /** @param lengths how many entries each list will get with `add` at once; it can get more later */
  constructor(lengths: ArrayLike<number>) {
    this.begin = Array.from<number>({ length: lengths.length });
    this.length = Array.from({ length: lengths.length }, () => 0);
    this.#room = Array.from(lengths);
    this.#used = 0;
    for (let list = 0; list < lengths.length; list++) {
      this.begin[list] = this.#used;
      this.#used += lengths[list]!;
    }
    this.data = new Int32Array(2 * this.#used);
  }

  /** Opens one list more and returns its number. */
  open(): number {
    this.#room.push(0);
    this.length.push(0);
    return this.begin.push(this.#used) - 1;
  }

  add(list: number, weight: number, person: number): void {
    if (this.length[list] === this.#room[list]) this.#move(list, Math.max(4, 2 * this.length[list]!));
    const at = 2 * (this.begin[list]! + this.length[list]!);
    this.data[at] = weight;
    this.data[at + 1] = person;
    this.length[list]! += 1;
  }

  /** Takes a person off a list; the last of the list moves into her place. */
  remove(list: number, person: number): void {
    const entry = this.#find(list, person);
    const last = 2 * (this.begin[list]! + this.length[list]! - 1);
    this.data[entry] = this.data[last]!;
    this.data[entry + 1] = this.data[last + 1]!;
    this.length[list]! -= 1;
  }

  clear(list: number): void {
    this.length[list] = 0;
  }

  /** What the pair is worth, or -1 where the person is not on the list. */
  weightOf(list: number, person: number): number {
    const entry = this.#find(list, person);
    return entry < 0 ? -1 : this.data[entry]!;
  }

  /** The entries of a list: weight and person. */
  listOf(list: number): [number, number][] {
    return Array.from({ length: this.length[list]! }, (_, k) => {
      const at = 2 * (this.begin[list]! + k);
      return [this.data[at]!, this.data[at + 1]!];
    });
  }

  #find(list: number, person: number): number {
    const begin = 2 * this.begin[list]!;
    for (let k = begin; k < begin + 2 * this.length[list]!; k += 2) if (this.data[k + 1] === person) return k;
    return -1;
  }

  #move(list: number, room: number): void {
    // Stryker disable next-line EqualityOperator: speed (room for one more is made earlier)
    if (2 * (this.#used + room) > this.data.length) {
      const larger = new Int32Array(4 * (this.#used + room));
      larger.set(this.data);
      this.data = larger;
    }
    this.data.copyWithin(2 * this.#used, 2 * this.begin[list]!, 2 * (this.begin[list]! + this.length[list]!));
    this.begin[list] = this.#used;
    this.#room[list] = room;
    this.#used += room;
  }
}
