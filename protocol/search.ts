/** A search through everything that the queue holds, page by page, newest suggestion first. */
import * as z from 'zod/mini';
import { assignmentSchema } from './assignment.ts';
import { clearanceSchema } from './clearance.ts';
import { clipKindSchema, clipRowSchema } from './clip.ts';
import { LIMITS } from './limits.ts';
import { noteSchema } from './note.ts';
import { slugSchema } from './person.ts';
import { publicationSchema } from './publication.ts';
import { questionSchema } from './question.ts';
import { ROUTES } from './routes.ts';
import { boundedText } from './text.ts';
import { stateSchema, topicSchema } from './topic.ts';
import type { TopicFilter } from './topic-filter.ts';

const anyOf = <T extends z.ZodMiniType>(schema: T) => z.array(schema).check(z.maxLength(50));
const moment = z.string().check(z.regex(/^\d{1,16}$/));

/** Where a page ended: the moment of suggestion and the id of its last topic. */
const searchCursorSchema = z.string().check(z.regex(/^\d{1,16}\.[0-9a-f-]{36}$/i));

/** The parameters of the address, as they stand there; lists are repeated parameters. */
export const searchRequestSchema = z.object({
  q: boundedText(LIMITS.search),
  state: anyOf(stateSchema),
  departmentId: anyOf(slugSchema),
  goalId: anyOf(slugSchema),
  kind: anyOf(clipKindSchema),
  label: z.array(boundedText(LIMITS.label)).check(z.maxLength(5)),
  lead: z.optional(slugSchema),
  meeting: z.optional(z.literal('1')),
  from: z.optional(moment),
  to: z.optional(moment),
  /** Only what the desk's devices do not hold (VI2): closed, old and never published. */
  archive: z.optional(z.literal('1')),
  cursor: z.optional(searchCursorSchema),
});
export type SearchRequest = z.infer<typeof searchRequestSchema>;

export const searchResponseSchema = z.object({
  topics: z.array(topicSchema),
  /** Null: this was the last page. */
  next: z.nullable(searchCursorSchema),
  /** How many there are in all; `more`: that many and then some. Null on every page but the first. */
  total: z.nullable(z.object({ count: z.int(), more: z.boolean() })),
});
export type SearchResponse = z.infer<typeof searchResponseSchema>;

/** A topic that a device does not hold, with what of it the reader may see: each list with its oldest first. */
export const heldTopicSchema = z.object({
  topic: topicSchema,
  clips: z.array(clipRowSchema),
  notes: z._default(z.array(noteSchema), []),
  questions: z._default(z.array(questionSchema), []),
  publications: z._default(z.array(publicationSchema), []),
  assignments: z._default(z.array(assignmentSchema), []),
  clearances: z._default(z.array(clearanceSchema).check(z.maxLength(1)), []),
});
export type HeldTopic = z.infer<typeof heldTopicSchema>;

/** Filters that the archive cannot answer: nothing in it has a clock that runs. */
export const mayBeArchived = (filter: TopicFilter): boolean =>
  !filter.overdue && !filter.dueToday && !filter.waitsForMe && filter.labels.length <= 5;

/** The address of a search of the archive. @param ownId for "led by me" */
export function archivePath(filter: TopicFilter, ownId: string, cursor: string | null): string {
  const params = new URLSearchParams({ q: filter.text, archive: '1' });
  const all = (name: string, values: readonly string[]) => values.forEach((value) => void params.append(name, value));
  all('state', filter.states);
  all('departmentId', filter.departmentIds);
  all('goalId', filter.goalIds);
  all('kind', filter.kinds);
  all('label', filter.labels);
  if (filter.leadId !== null) params.set('lead', filter.leadId === 'me' ? ownId : filter.leadId);
  if (filter.forMeeting) params.set('meeting', '1');
  if (filter.createdFrom !== null) params.set('from', String(filter.createdFrom));
  if (filter.createdTo !== null) params.set('to', String(filter.createdTo));
  if (cursor !== null) params.set('cursor', cursor);
  return `${ROUTES.search}?${params}`;
}
