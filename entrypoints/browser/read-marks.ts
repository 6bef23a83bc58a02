/** What is marked in a page, agreed between the script that marks it and the background that gives it its looks. */

/** All of one clip or capture that stands in its page. */
export type ReadTexts = { title: string; text: string; quote: string };

/** Names of the browser's highlights. */
export const MARKS = { read: 'clipdesk-read', quote: 'clipdesk-quote' } as const;
