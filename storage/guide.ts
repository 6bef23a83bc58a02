/** How far somebody is in the short tour of their roles; on this device alone. */
import type { Role } from '../protocol/person.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';

type Guide = { done: readonly Role[]; at: { role: Role; step: number } | null };

export const readGuide = (db: AccountDatabase): Promise<Guide> => readMeta(db, 'guide');

export const keepGuide = (db: AccountDatabase, { done, at }: Guide): Promise<void> =>
  writeMeta(db, 'guide', { done: [...done], at });
