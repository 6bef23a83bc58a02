/** What the clips of a push will need, asked before it is their turn: on PostgreSQL one wait for all of them. */
import type { Clip } from '../../protocol/clip.ts';
import { deskRules, findEntry } from '../rows/strategy.ts';
import { remembered } from '../store/remembered.ts';
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
  const asked: Promise<unknown>[] = [];
  let before: Clip | null = null;
  for (const mutation of mutations) {
    const clip = savedClip(mutation);
    if (clip === null) continue;
    if (before === null)
      asked.push(remembered(tx, 'rules for clips', () => Promise.all([deskRules(tx), ruleBook(tx)])));
    if (clip.departmentId !== before?.departmentId) asked.push(findEntry(tx, 'department', clip.departmentId));
    if (clip.goalId !== null && clip.goalId !== before?.goalId) asked.push(findEntry(tx, 'goal', clip.goalId));
    before = clip;
  }
  await Promise.all(asked);
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
