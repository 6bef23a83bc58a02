/** Clearances with what screens show beside them, as storage finds them. */
import type { Clearance, ClearanceVerdict } from '../protocol/clearance.ts';

/** What a clearer says; id, topic and predecessor are added on the way. */
export type VerdictWish = Pick<ClearanceVerdict, 'to' | 'conditions' | 'embargoUntil' | 'note'>;

export type ClearanceView = {
  clearance: Clearance;
  /** Something about it has not reached the queue. */
  waiting: boolean;
};

/** A verdict that the queue did not take because something came between [CR5]: the person says which one holds. */
export type ParkedVerdict = {
  entryId: string;
  wanted: VerdictWish;
  /** As it stands now. */
  clearance: Clearance;
};

export type ClearancesToMe = {
  /** Wait for this person, the most urgent first. */
  open: ClearanceView[];
  /** Wait for somebody else for too long, and this person answers for that [CR9]; the longest first. */
  overdue: ClearanceView[];
  /** This person decided, the latest first. */
  earlier: ClearanceView[];
  parked: ParkedVerdict[];
};

/** Of one topic, for the desk. */
export type TopicClearance = {
  /** Null: nobody ever asked for one. */
  view: ClearanceView | null;
  /** The desk may say that it is not needed any more. */
  mayDrop: boolean;
};
