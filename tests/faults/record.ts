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

export type Record = {
  saves: Save[];
  decided: Decided[];
  /** What must never happen, as it was seen. */
  wrong: string[];
  /** The queue was put back to a backup: decisions of between are gone, and clips came again in another order. */
  isRestored: boolean;
};

export const newRecord = (): Record => ({ saves: [], decided: [], wrong: [], isRestored: false });
