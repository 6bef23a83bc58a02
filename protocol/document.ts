/** What can be said of a document that was not read. */

/**
 * Why nothing of a document's inside is known: the file is larger than we read; the server did not give
 * it; it is broken; it is of a format we do not read.
 * Locked, scanned and behind a sign-in are no failures but facts of a clip (`ACCESS` in clip.ts).
 */
export const DOCUMENT_PROBLEMS = ['too_large', 'unreachable', 'damaged', 'unknown_format'] as const;
export type DocumentProblem = (typeof DOCUMENT_PROBLEMS)[number];

/** What of `ACCESS` is true of a document whose text nobody could read. */
export const DOCUMENT_ACCESS = ['scanned', 'encrypted', 'sign_in'] as const;
