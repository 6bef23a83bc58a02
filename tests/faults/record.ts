/** What people did in a round and what they were told, to be held against what is there at its end. */
export type Save = {
  /** In no other clip. */
  note: string;
  personId: string;
  client: string;
  /** "Saved" was said. */
  isSaid: boolean;
  /** It was said that it could not be kept. */
  hasFailed: boolean;
};

export type Decided = { id: string; topicId: string; after: string | null; client: string };

/** A topic's new title, in no other topic, and the one that its editor saw. */
export type Edited = { id: string; topicId: string; title: string; saw: string; client: string };

export type Record = {
  saves: Save[];
  decided: Decided[];
  edited: Edited[];
  /** What must never happen, as it was seen. */
  wrong: string[];
  /** The queue was put back to a backup: decisions of between are gone, and clips came again in another order. */
  isRestored: boolean;
};

export const newRecord = (): Record => ({ saves: [], decided: [], edited: [], wrong: [], isRestored: false });
