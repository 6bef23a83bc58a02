/** What the palette offers: commands that apply now, views, topics. Pure. */
import type { State } from '../../../protocol/topic.ts';
import { matchesWords } from '../../chooser/match.ts';
import type { CommandName, NamedCommand } from '../commands/command-table.ts';
import { type ViewEntry, viewKeys } from '../finding/finding-props.ts';
import type { TopicHit } from '../inbox-props.ts';

export type PaletteEntry =
  | { kind: 'command'; key: string; text: string; name: CommandName; keys: readonly string[] }
  /** The list of a state, or of all. */
  | { kind: 'state'; key: string; text: string; state: State | null }
  | { kind: 'view'; key: string; text: string; view: ViewEntry; keys: readonly string[] }
  | { kind: 'topic'; key: string; text: string; hit: TopicHit };

export const commandEntry = ({ name, keys }: NamedCommand, text: string): PaletteEntry => ({
  kind: 'command',
  key: name,
  text,
  name,
  keys,
});

export const stateEntry = (state: State | null, text: string): PaletteEntry => ({
  kind: 'state',
  key: `view:${state ?? 'all'}`,
  text,
  state,
});

/** @param at its place among the views, from 0 */
export const viewEntry = (view: ViewEntry, at: number, text: string): PaletteEntry => ({
  kind: 'view',
  key: `named:${view.key}`,
  text,
  view,
  keys: viewKeys(at),
});

export const topicEntry = (hit: TopicHit): PaletteEntry => ({
  kind: 'topic',
  key: `topic:${hit.id}`,
  text: hit.title,
  hit,
});

/** Entries whose words begin as the query's do; those used last come first, the rest keep their order. */
export function offered(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): readonly PaletteEntry[] {
  const rank = ({ key }: PaletteEntry) => {
    const at = recent.indexOf(key);
    return at === -1 ? recent.length : at;
  };
  return entries.filter(({ text }) => matchesWords(text, query)).toSorted((a, b) => rank(a) - rank(b));
}
