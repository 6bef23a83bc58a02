/** Entries with changes that were not saved outlive the page: they are this tab's and go with it. */
import * as z from 'zod/mini';
import type { Draft, OpenEntry } from '../../components/strategy-admin/strategy-props.ts';
import { ENTRY_SECTIONS } from '../../protocol/strategy-edit.ts';

const draftSchema: z.ZodMiniType<Draft> = z.looseObject({ id: z.string() });
const keptSchema = z.array(
  z.object({
    section: z.enum(ENTRY_SECTIONS),
    base: z.nullable(draftSchema),
    draft: draftSchema,
    version: z.int(),
  }),
);

const keyOf = (accountKey: string): string => `strategy ${accountKey}`;

export const isUnsaved = ({ base, draft }: OpenEntry): boolean => JSON.stringify(base) !== JSON.stringify(draft);

/** One for each entry, a new one for each section. */
export const isOf = (entry: OpenEntry, section: OpenEntry['section'], id: string | null): boolean =>
  entry.section === section && (entry.base?.id ?? null) === id;

/** None of those that this version does not understand. */
export function readOpenEntries(accountKey: string, kept: Storage = sessionStorage): OpenEntry[] {
  try {
    return keptSchema.safeParse(JSON.parse(kept.getItem(keyOf(accountKey)) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

export function keepOpenEntries(
  accountKey: string,
  entries: readonly OpenEntry[],
  kept: Storage = sessionStorage,
): void {
  if (entries.length === 0) kept.removeItem(keyOf(accountKey));
  else kept.setItem(keyOf(accountKey), JSON.stringify(entries));
}
