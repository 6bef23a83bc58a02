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

/** Nodes or blocks between two yields where little is done with each. */
export const NODES_PER_PASS = 5_000;

/** Blocks of text between two yields where each is looked at from many sides. */
export const BLOCKS_PER_STEP = 150;

/** Lines between two yields that are read for names or dates. */
export const LINES_PER_STEP = 100;

/** No title, name or date that is read from a page's head is longer than this before it is cut. */
export const MAX_FIELD = 2_000;

/** Texts that are no text of the page and may mark it. */
export const MAX_LABELS = 200;

/** UTF-16 units of names and attributes that leave a page with its nodes. Of 296 labelled pages the largest was handed over as 240 kB, text and all. */
export const MAX_SAID = 3_000_000;

/** Elements that one selector of a site profile may find: more is a list, and no profile means a list. */
export const MAX_ELEMENTS = 400;
/** That many of them may say the value of a field. */
export const MAX_PLACES = 50;

/** UTF-16 units of a selection: several times what a quote may be. */
export const MAX_SELECTED = 20_000;

/** Pictures whose place in the window is asked for. */
export const MAX_PICTURES = 40;
