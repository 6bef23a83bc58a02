/** A clip of a person together with what became of it, as storage finds it and screens show it. */
import type { Clip } from '../protocol/clip.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Topic } from '../protocol/topic.ts';

/** Where a clip or a change of it is on its way to the queue. */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'waiting' }
  /** Refused for good (OB2): sent again only when the person says so. */
  | { kind: 'parked'; entryId: string; refusal: Refusal };

/** A clip of this person with what became of it. */
export type Suggestion = {
  clip: Clip;
  /** Null while the queue has not said which topic the clip is in. */
  topic: Topic | null;
  delivery: Delivery;
};
