/**
 * A page on its way out of the process that draws it: a few large strings, for browsers take every value of an
 * answer apart (Chromium into UTF-8), and a page has a million. The nodes are told as the steps of a walk
 * (go up so many levels, then an element, then a text) and not with their indices: whatever the numbers are,
 * what is built of them is a tree, so that there is no index to be checked or believed.
 */

/** Read by `unpackPage`, which believes none of it. */
export type PackedPage = {
  address: string;
  contentType: string;
  cut: boolean;
  linkedData: string[];
  labels: string[];
  /** The JSON of one `Part` each, in document order. */
  parts: string[];
};

/** A stretch of the walk, small enough to be written and read in one step. */
export type Part = [
  /**
   * For each text one number, for each element three: `4 × levels up + kind`, and of an element its tag and its
   * hints as numbers of names.
   */
  steps: number[],
  /** Names that were not there before. The numbers go on through all parts; 0 is the empty one. */
  names: string[],
  texts: string[],
  /** Of each element that says more its attributes, and `role` and `hidden` among them. */
  said: Record<string, string>[],
];

/** The kinds of steps. */
export const TEXT = 0;
export const ELEMENT = 1;
/** An element that has an entry in `said`. */
export const SAYING = 2;
export const KINDS = 4;

/** Nodes and texts in a part, and UTF-16 units after which no more are added to one. */
export const MAX_STEPS = 1_000;
export const MAX_UNITS = 60_000;

/** UTF-16 units of a name: classes and ids with their words divided. */
export const MAX_NAME = 600;
