/**
 * How much of a page is read. Counted in what was visited and never in time, so that the same page
 * gives the same draft on every machine [CA1]. Beyond a limit the draft says that it was cut.
 */

/** Elements and text nodes. The largest article pages have about 20,000; a stress page has 50,000. */
export const MAX_NODES = 120_000;

/** Browsers' parsers stop at 512 levels; only scripts build deeper trees. */
export const MAX_DEPTH = 1_024;

/** UTF-16 units of text that are kept in memory: several times what a draft may hold. */
export const MAX_TEXT = 1_500_000;

/** UTF-16 units of one run of text: a longer text node is several, so that no step has much to do. */
export const MAX_RUN = 32_768;

/** UTF-16 units of linked data (JSON-LD) in one page. */
export const MAX_LINKED_DATA = 1_000_000;

/** Values looked at inside linked data. */
export const MAX_LINKED_VALUES = 20_000;

/** Nodes between two yields: a step takes about a millisecond, so a page never stutters. */
export const NODES_PER_STEP = 500;

/** Blocks of text between two yields where each is looked at from many sides. */
export const BLOCKS_PER_STEP = 150;

/** No title, name or date that is read from a page's head is longer than this before it is cut. */
export const MAX_FIELD = 2_000;
