import { Failure } from "../failure.ts";

/** One value of a rules file and where it stands, so that every complaint names the field and says what to write. */
export class Field {
  readonly value: unknown;
  readonly #file: string;
  readonly #path: string;

  constructor(value: unknown, file: string, path = "") {
    this.value = value;
    this.#file = file;
    this.#path = path;
  }

  /** The fields of an object that may have no others than these. */
  fields<Name extends string>(...names: readonly Name[]): Record<Name, Field> {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return this.refuse(`Write an object: { ${names.join(", ")} }.`);
    const unknown = Object.keys(value).find((name) => !names.includes(name as Name) && !name.startsWith("$"));
    if (unknown !== undefined) this.#at(unknown).refuse(`There is no such field here; there are: ${names.join(", ")}.`);
    return Object.fromEntries(names.map((name) => [name, this.#at(name)])) as Record<Name, Field>;
  }

  /** The entries of an object with names of the user's own. */
  entries(): [string, Field][] {
    const { value } = this;
    if (value === undefined) return [];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return this.refuse("Write an object.");
    return Object.keys(value).map((name) => [name, this.#at(name)]);
  }

  list(): Field[] {
    if (this.value === undefined) return [];
    if (!Array.isArray(this.value)) return this.refuse("Write a list: [ … ].");
    return this.value.map((item, k) => new Field(item, this.#file, `${this.#path}[${k}]`));
  }

  text(otherwise?: string): string {
    if (this.value === undefined && otherwise !== undefined) return otherwise;
    if (typeof this.value !== "string" || this.value === "") return this.refuse('Write a text in quotes: "…".');
    return this.value;
  }

  texts(): string[] {
    return this.list().map((item) => item.text());
  }

  oneOf<Word extends string>(words: readonly Word[], otherwise?: Word): Word {
    if (this.value === undefined && otherwise !== undefined) return otherwise;
    if (!words.includes(this.value as Word)) return this.refuse(`Write one of: ${words.map((word) => `"${word}"`).join(", ")}.`);
    return this.value as Word;
  }

  number(range: { least: number; most?: number; whole?: boolean }, otherwise?: number): number {
    if (this.value === undefined && otherwise !== undefined) return otherwise;
    const { least, most = Infinity, whole = false } = range;
    const { value } = this;
    if (typeof value === "number" && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    const from = least === -Infinity ? "" : most === Infinity ? ` from ${least} up` : ` from ${least} to ${most}`;
    return this.refuse(`Write a ${whole ? "whole " : ""}number${from}.`);
  }

  get isThere(): boolean {
    return this.value !== undefined;
  }

  refuse(what: string): never {
    const shown = this.value === undefined ? "is missing" : `is ${JSON.stringify(this.value).slice(0, 60)}`;
    throw new Failure("badInput", `${this.#file}: ${this.#path || "the whole"} ${shown}. ${what}`);
  }

  #at(name: string): Field {
    return new Field((this.value as Record<string, unknown>)[name], this.#file, this.#path === "" ? name : `${this.#path}.${name}`);
  }
}
