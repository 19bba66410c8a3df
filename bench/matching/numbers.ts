/** Repeatable numbers from a seed: xoshiro128** (Blackman and Vigna 2018), seeded by splitmix32. */
export class Numbers {
  #a: number;
  #b: number;
  #c: number;
  #d: number;
  #spare: number | null = null;

  constructor(seed: number) {
    let state = seed | 0;
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    [this.#a, this.#b, this.#c, this.#d] = [next(), next(), next(), next()];
  }

  /** From 0 up to, but never, 1. */
  share(): number {
    const scrambled = Math.imul(this.#b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return (result >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, but never, `bound`. */
  below(bound: number): number {
    return Math.floor(this.share() * bound);
  }

  /** Normally distributed, mean 0, deviation 1 (Box and Muller 1958). */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.share()));
    const angle = 2 * Math.PI * this.share();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
}

/** Draws one of `shares.length` things in proportion to their shares. */
export function drawBy(shares: readonly number[], numbers: Numbers): () => number {
  const upTo = new Float64Array(shares.length);
  let sum = 0;
  shares.forEach((share, index) => (upTo[index] = sum += share));
  return () => {
    const point = numbers.share() * sum;
    let [low, high] = [0, shares.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > point) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
