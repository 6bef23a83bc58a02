/**
 * What stands behind `#` in the address of the inbox: a topic, a view, or a filter, each with the topic
 * that is selected in it. Made by hand too, so everything that does not fit is as if it were not there.
 */
import { idSchema } from '../protocol/id.ts';
import { EVERYTHING, type TopicFilter, topicFilterSchema } from '../protocol/topic-filter.ts';
import { narrowedBy } from './topic-filter.ts';

/** `view`: a built-in view's name or a saved view's id. Null where the address says nothing. */
export type ListAddress = { view: string | null; filter: TopicFilter | null; topicId: string | null };

const LIST = 'list?';
const VIEW = 'view/';
const TOPIC = 'topic=';

export function readListAddress(hash: string): ListAddress {
  const text = hash.replace(/^#/, '');
  if (text.startsWith(VIEW)) {
    const [view = '', rest = ''] = text.slice(VIEW.length).split('?');
    return {
      view: view === '' ? null : view.slice(0, 64),
      filter: null,
      topicId: readId(new URLSearchParams(rest).get('topic')),
    };
  }
  if (text.startsWith(LIST)) {
    const params = new URLSearchParams(text.slice(LIST.length));
    return { view: null, filter: readFilter(params), topicId: readId(params.get('topic')) };
  }
  return { view: null, filter: null, topicId: readId(text) };
}

/** @returns with the `#`; empty for an address that says nothing */
export function writeListAddress({ view, filter, topicId }: ListAddress): string {
  const topic = topicId === null ? '' : `${TOPIC}${topicId}`;
  if (view !== null) return `#${VIEW}${view}${topic === '' ? '' : `?${topic}`}`;
  if (filter === null) return topicId === null ? '' : `#${topicId}`;
  const params = writeFilter(filter);
  return `#${LIST}${[params, topic].filter((part) => part !== '').join('&')}`;
}

/** The topic that a link to the queue names, as `topicLink` makes it; null for any other text. */
export function topicInLink(text: string): string | null {
  const path = URL.canParse(text.trim()) ? new URL(text.trim()).pathname : '';
  return readId(/\/t\/([^/]+)$/.exec(path)?.[1] ?? null);
}

/**
 * A link that works for every colleague: the addresses of an extension's pages differ from one
 * installation to the next, that of the queue does not, and its page says how to go on.
 */
export const topicLink = (queueUrl: string, topicId: string): string => `${queueUrl}/t/${topicId}`;

const readId = (text: string | null): string | null => idSchema.safeParse(text).data ?? null;

function writeFilter(filter: TopicFilter): string {
  const params = new URLSearchParams();
  for (const field of narrowedBy(filter)) {
    const value = filter[field];
    if (Array.isArray(value)) for (const one of value) params.append(field, one);
    else params.set(field, String(value));
  }
  return params.toString();
}

/** Null if a value does not fit: another list than the one meant would be worse than the first. */
function readFilter(params: URLSearchParams): TopicFilter | null {
  const said: Record<string, unknown> = {};
  for (const [field, nothing] of Object.entries(EVERYTHING)) {
    const values = params.getAll(field);
    const [value] = values;
    if (value === undefined) continue;
    if (Array.isArray(nothing)) said[field] = values;
    else if (typeof nothing === 'boolean') said[field] = value === 'true';
    else said[field] = field === 'text' || field === 'leadId' ? value : Number(value);
  }
  return topicFilterSchema.safeParse(said).data ?? null;
}
