/** "My suggestions": every clip of this person and what became of it. */
import { useState } from 'preact/hooks';
import { MySuggestionsScreen } from '../../components/suggestions/my-suggestions-screen.tsx';
import type { Clip } from '../../protocol/clip.ts';
import { editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { retryParked } from '../../storage/parked.ts';
import { storedPicture } from '../../storage/pictures.ts';
import { type NewClip, saveClip } from '../../storage/save-clip.ts';
import { strategy as readStrategy } from '../../storage/strategy.ts';
import { mySuggestions } from '../../storage/suggestions.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';

const NO_STRATEGY = { departments: [], goals: [], audiences: [] };

type SuggestionsPageProps = { session: Session; shelf: PictureShelf; shortcut: string };

export function SuggestionsPage({ session: { db }, shelf, shortcut }: SuggestionsPageProps) {
  const suggestions = useLive(() => mySuggestions(db), [db]);
  const strategy = useLive(() => readStrategy(db), [db]);
  const [withdrawn, setWithdrawn] = useState<(NewClip & { clipId: string }) | null>(null);

  const write = (act: () => Promise<unknown>) =>
    void act().then(
      () => requestSync(),
      // Accepted meanwhile: the row that arrived with it says so already.
      () => undefined,
    );

  /** All that is needed to suggest it again: taken before it goes. */
  const remember = async (clip: Clip): Promise<NewClip & { clipId: string }> => {
    const [text, stored] = await Promise.all([db.pageTexts.get(clip.id), storedPicture(db, clip.id)]);
    const picture = clip.picture === null || stored === null ? null : { bytes: stored.bytes, picture: clip.picture };
    const { title, departmentId, goalId, note } = clip;
    const draft = { ...clip, text: text?.text ?? '', wordCount: 0, imageAddress: null };
    return { clipId: clip.id, draft, title, departmentId, goalId, note, picture, draftKey: null };
  };

  const withdraw = async (clipId: string) => {
    const clip = suggestions?.find((each) => each.clip.id === clipId)?.clip;
    if (clip === undefined) return;
    const kept = await remember(clip);
    await withdrawClip(db, clipId, Date.now());
    setWithdrawn(kept);
  };

  return (
    <MySuggestionsScreen
      suggestions={
        suggestions?.map((each) => ({
          ...each,
          pictureUrl: each.clip.picture === null ? null : shelf.url(each.clip.id),
        })) ?? null
      }
      strategy={strategy ?? NO_STRATEGY}
      shortcut={shortcut}
      withdrawn={withdrawn === null ? null : { clipId: withdrawn.clipId, title: withdrawn.title }}
      onEdit={(clipId, changes) => write(() => editClip(db, clipId, changes, Date.now()))}
      onWithdraw={(clipId) => write(() => withdraw(clipId))}
      onUndoWithdraw={() => {
        if (withdrawn === null) return;
        setWithdrawn(null);
        write(() => saveClip(db, withdrawn, Date.now()));
      }}
      onSendAgain={(entryId, changes) => write(() => retryParked(db, entryId, changes, Date.now()))}
    />
  );
}
