import type { Clip } from '../../protocol/clip.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Topic } from '../../protocol/topic.ts';

/** Where a clip or a change of it is on its way to the queue. Derived from the outbox, never stored. */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'waiting' }
  /** Refused for good (OB2): kept here, shown, and sent again only when the person says so. */
  | { kind: 'parked'; entryId: string; refusal: Refusal };

/** A clip of this person with what became of it; waiting changes are applied already (ST2). */
export type Suggestion = {
  clip: Clip;
  /** Null while the queue has not said which topic a second clip of a page joined. */
  topic: Topic | null;
  delivery: Delivery;
  /** An object or data URL, or null when there is no picture (yet). */
  pictureUrl: string | null;
};
