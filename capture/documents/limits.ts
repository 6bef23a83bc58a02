/**
 * How much of a document is read. A document is hostile until shown otherwise: a few kilobytes can
 * unfold to gigabytes, and a page can hold more signs than anybody reads.
 */

/** Bytes of a file that are fetched. Of reports and decks on intranets nearly all are smaller. */
export const MAX_FILE_BYTES = 30_000_000;

/** Pages of a PDF or slides of a deck. Text is full long before: a page of prose has about 3,000 signs. */
export const MAX_PAGES = 300;

/** Runs of text on one page of a PDF: a dense page has about 5,000. */
export const MAX_PAGE_ITEMS = 50_000;

/** Pixels of a picture on the first page of a PDF: a scan of A3 at 400 dpi has 31 million. Larger ones are left blank. */
export const MAX_IMAGE_PIXELS = 40_000_000;

/** Entries of an archive: a workbook with 200 sheets and as many pictures has about 1,000. */
export const MAX_ENTRIES = 5_000;

/** Bytes that all entries of an archive may unfold to together; what is beyond is not read. */
export const MAX_INFLATED = 80_000_000;

/** Texts that a workbook shares between its cells, and UTF-16 units of them. */
export const MAX_SHARED_STRINGS = 100_000;
export const MAX_SHARED_TEXT = 2_000_000;

/** Milliseconds that a file may take to arrive, and then to be read. What was read by then counts. */
export const FETCH_TIME = 30_000;
export const READ_TIME = 20_000;
