/** What the clips of a push will need, asked before it is their turn: on PostgreSQL one wait for all of them. */
import { deskRules, findEntry } from '../rows/strategy.ts';
import type { Tx } from '../store/store.ts';
import { ruleBook } from './judge-clip.ts';
import type { NewClips, SentClip } from './new-clips.ts';
import type { PreparedMutation } from './prepare.ts';

const savedClip = ({ action }: PreparedMutation) => (action?.name === 'saveClip' ? action.clip : null);

const leavesClipsAlone = (mutation: PreparedMutation): boolean =>
  savedClip(mutation) !== null || mutation.action === null || mutation.action.name === 'noop';

/** The clips that are saved next, up to an act that may change what is known of them. */
export function clipsAhead(mutations: readonly PreparedMutation[]): SentClip[] {
  const end = mutations.findIndex((mutation) => !leavesClipsAlone(mutation));
  return mutations.slice(0, end === -1 ? mutations.length : end).flatMap((mutation) => {
    const clip = savedClip(mutation);
    return clip === null ? [] : [{ id: clip.id, addressKey: mutation.addressKey }];
  });
}

/** What all clips of a push are judged by. It is remembered: each asks for it again. */
export async function askForRules(tx: Tx, mutations: readonly PreparedMutation[]): Promise<void> {
  const departments = new Set<string>();
  const goals = new Set<string>();
  for (const mutation of mutations) {
    const clip = savedClip(mutation);
    if (clip === null) continue;
    departments.add(clip.departmentId);
    if (clip.goalId !== null) goals.add(clip.goalId);
  }
  if (departments.size === 0) return;
  await Promise.all([
    deskRules(tx),
    ruleBook(tx),
    ...[...departments].map((id) => findEntry(tx, 'department', id)),
    ...[...goals].map((id) => findEntry(tx, 'goal', id)),
  ]);
}

/** Before a clip is saved it is known what there is of it; before anything else is done, all clips before it are there. */
export async function makeReady(clips: NewClips, mutations: readonly PreparedMutation[], at: number): Promise<void> {
  const mutation = mutations[at];
  if (mutation === undefined) return;
  const clip = savedClip(mutation);
  if (clip === null) {
    if (!leavesClipsAlone(mutation)) await clips.end();
  } else if (!clips.isKnown({ id: clip.id, addressKey: mutation.addressKey }))
    await clips.lookUp(clipsAhead(mutations.slice(at)));
}
