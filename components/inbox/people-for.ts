import type { PersonRef } from '../../protocol/person.ts';
import type { InboxScreenProps, TopicDetail } from './inbox-props.ts';

/** Whom something can be asked of for a topic: who suggested it, and all who answer for something, each once. */
export function peopleFor({ strategy }: Pick<InboxScreenProps, 'strategy'>, detail: TopicDetail | null): PersonRef[] {
  const people = new Map<string, PersonRef>();
  for (const { submitter } of detail?.clips ?? []) people.set(submitter.id, submitter);
  for (const { id, name } of strategy.colleagues) people.set(id, { id, name });
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
