import type { Found } from './found.ts';

/** Nothing that any rule is about. Apart from the schema, so that scripts for pages carry none. */
export const NOTHING_FOUND: Found = { markings: [], personalData: [] };
