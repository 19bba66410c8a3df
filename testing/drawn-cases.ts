/**
 * Property tests draw the same cases in every run: what was green stays green until somebody changes something. To hunt with
 * other cases: `DRAW=random npx vitest run packages`, or a number in place of "random".
 */
import fc from "fast-check";

const { DRAW = "1120" } = process.env;
fc.configureGlobal({ seed: DRAW === "random" ? Date.now() & 0x7fff_ffff : Number(DRAW) });
