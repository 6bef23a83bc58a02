/** Whether a page is worth a second reading in a moment. */

/** `waiting`: its parts are still on their way, or it shows in their place that it waits for them. */
export const ARRIVALS = ['loading', 'waiting', 'settled'] as const;
export type Arrival = (typeof ARRIVALS)[number];

/** Fewer words than this are a frame around nothing. */
const A_FEW_WORDS = 30;

/** True if the page is worth a second reading in a moment: it is still arriving, or shows that it waits for its text. */
export const isUnfinished = (arrival: Arrival, { wordCount }: { wordCount: number }): boolean =>
  arrival === 'loading' || (wordCount < A_FEW_WORDS && (arrival === 'waiting' || wordCount === 0));
