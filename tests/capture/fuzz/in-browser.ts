/** The part of the fuzz that runs in a page of a real browser. */
import { tryMutant } from './try-mutant.ts';

Object.assign(globalThis, { tryMutant });
