/**
 * The open form of the plan outlives the page: whoever looks at the topic, or reloads, comes back to every word. It is
 * this tab's and goes with it.
 */
import * as z from 'zod/mini';
import type { PlanDraft } from '../../components/plan/plan-props.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { publicationInputSchema } from '../../protocol/publication.ts';

const schema = z.object({
  publication: z.object({
    ...publicationInputSchema.shape,
    // As far as it was typed.
    address: z.nullable(z.string().check(z.maxLength(LIMITS.address))),
  }),
  title: z.string(),
  fresh: z.boolean(),
});

const keyOf = (accountId: string): string => `plan ${accountId}`;

/** Null if there is none, or none that this version understands. */
export function readDraft(accountId: string, kept: Storage = sessionStorage): PlanDraft | null {
  try {
    return schema.safeParse(JSON.parse(kept.getItem(keyOf(accountId)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export function keepDraft(accountId: string, draft: PlanDraft | null, kept: Storage = sessionStorage): void {
  if (draft === null) kept.removeItem(keyOf(accountId));
  else kept.setItem(keyOf(accountId), JSON.stringify(draft));
}
