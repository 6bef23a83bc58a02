/** What can become of one request on its way to the queue and back. */
export const FATES = [
  'lost request',
  'lost answer',
  'doubled request',
  /** Reordered: it reaches the queue long after the client gave it up and sent others. */
  'late request',
  'torn request',
  'torn answer',
  /** A proxy's sign-in page, status 200. */
  'login page',
  'bad gateway',
  /** 429 with Retry-After. */
  'asked to wait',
] as const;
export type Fate = (typeof FATES)[number];
