/** Which topics a list shows. Every field narrows; an empty list or null: no matter which. */
import * as z from 'zod/mini';
import { clipKindSchema } from './clip.ts';
import { LIMITS } from './limits.ts';
import { slugSchema } from './person.ts';
import { boundedText } from './text.ts';
import { momentSchema } from './time.ts';
import { stateSchema } from './topic.ts';

const anyOf = <T extends z.ZodMiniType>(schema: T) => z._default(z.array(schema).check(z.maxLength(50)), []);

export const topicFilterSchema = z.object({
  states: anyOf(stateSchema),
  departmentIds: anyOf(slugSchema),
  goalIds: anyOf(slugSchema),
  kinds: anyOf(clipKindSchema),
  labels: anyOf(boundedText(LIMITS.label)),
  /** Topics that this person leads; `me` is whoever looks. */
  leadId: z._default(z.nullable(z.union([z.literal('me'), slugSchema])), null),
  overdue: z._default(z.boolean(), false),
  /** Held or asked about, and its date has come or comes today, whatever day that is for whoever looks. */
  dueToday: z._default(z.boolean(), false),
  /** Whoever looks is to do something: see `waitsFor` in desk/topic-filter.ts. */
  waitsForMe: z._default(z.boolean(), false),
  forMeeting: z._default(z.boolean(), false),
  createdFrom: z._default(z.nullable(momentSchema), null),
  createdTo: z._default(z.nullable(momentSchema), null),
  text: z._default(boundedText(LIMITS.search), ''),
});
export type TopicFilter = z.infer<typeof topicFilterSchema>;

/** Narrows nothing. */
export const EVERYTHING: TopicFilter = {
  states: [],
  departmentIds: [],
  goalIds: [],
  kinds: [],
  labels: [],
  leadId: null,
  overdue: false,
  dueToday: false,
  waitsForMe: false,
  forMeeting: false,
  createdFrom: null,
  createdTo: null,
  text: '',
};
