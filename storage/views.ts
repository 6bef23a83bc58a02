/** What queries hand to screens: waiting entries applied (ST2), nothing of it stored. */
import type { Suggestion } from '../desk/suggestion.ts';
import type { Clip } from '../protocol/clip.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { ActionName } from '../protocol/mutation.ts';
import type { Colleague, PersonRef } from '../protocol/person.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Audience, Channel, Department, Goal } from '../protocol/strategy.ts';
import type { AddressRow, State, Topic } from '../protocol/topic.ts';
import type { Schedule } from './meta.ts';

/** What is known here of one page (AD1). `mine` tells more than `colleague` and goes first. */
export type PageStanding =
  | { kind: 'mine'; suggestion: Suggestion }
  | { kind: 'colleague'; earlier: AddressRow }
  | { kind: 'none' };

/** Where a page of topics ended; the next one begins after it. */
export type TopicPosition = { stateSince: number; id: string };

export type TopicView = { topic: Topic; siteName: string | null; waiting: boolean };
export type TopicPage = {
  topics: TopicView[];
  /** How many there are under this filter in all. */
  total: number;
  /** How many under the same filter stand in each state, its own states aside; none of a state that is left out. */
  counts: Partial<Record<State, number>>;
  /** Null: this was the last page. */
  next: TopicPosition | null;
};

type ClipOfTopic = { clip: Clip; submitter: PersonRef };
export type TopicDetail = {
  topic: Topic;
  clips: ClipOfTopic[];
  waiting: boolean;
  merged: { into: Topic | null; from: Topic[] };
  /** What it takes up again, and what takes it up. */
  reused: { of: Topic | null; by: Topic[] };
};

export type Strategy = {
  departments: readonly Department[];
  audiences: readonly Audience[];
  goals: readonly Goal[];
  channels: readonly Channel[];
  colleagues: readonly Colleague[];
  rules: DeskRules;
};

/** One entry of the outbox as a person knows it. */
export type EntryView = { id: string; action: ActionName; title: string; madeAt: number };
/** `action` is null for an entry that is no mutation any more (a broken row). */
export type ParkedView = Omit<EntryView, 'action'> & {
  action: ActionName | null;
  refusal: Refusal;
  clipId: string | null;
  topicId: string | null;
  /** What the person wrote in it; empty where they wrote nothing. */
  words: string;
};

export type SyncStatus = {
  /** Oldest first, at most a hundred. */
  waiting: EntryView[];
  unsent: number;
  parked: ParkedView[];
  /** Pictures that wait for their way. */
  uploads: number;
  schedule: Schedule;
};
