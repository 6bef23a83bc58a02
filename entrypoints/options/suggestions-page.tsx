/** "My suggestions": every clip of this person and what became of it. */
import { useState } from 'preact/hooks';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import { MySuggestionsScreen } from '../../components/suggestions/my-suggestions-screen.tsx';
import type { MySuggestionsScreenProps } from '../../components/suggestions/suggestions-props.ts';
import { asAccepted, effectsOf, factsOf, NO_BOOK, notAccepted } from '../../desk/rules/effects.ts';
import { topicsThatAskMe } from '../../storage/answer-question.ts';
import { copyOfClip } from '../../storage/clip-copy.ts';
import { editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { retryParked } from '../../storage/parked.ts';
import { publishedOf } from '../../storage/publications.ts';
import { resultsOf } from '../../storage/results.ts';
import { acceptedRules, ruleBook } from '../../storage/rules.ts';
import { type NewClip, saveClip } from '../../storage/save-clip.ts';
import { readSettings } from '../../storage/settings.ts';
import { syncStatus } from '../../storage/status.ts';
import { goalsToConfirm, strategy as readStrategy } from '../../storage/strategy.ts';
import { agreedToThanks, agreeToThanks } from '../../storage/thanks.ts';
import { requestSync } from '../browser/background-calls.ts';
import { notKeptBecause } from '../browser/not-kept.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import type { Session } from '../browser/session.ts';
import { shownProblem } from '../browser/sync-problem.ts';
import { useLive } from '../browser/use-live.ts';

type NotKept = NonNullable<MySuggestionsScreenProps['notKept']> & { id: string; again(): void };
type SuggestionsPageProps = { session: Session; shelf: PictureShelf; shortcut: string };

export function SuggestionsPage({ session: { db, registry }, shelf, shortcut }: SuggestionsPageProps) {
  const suggestions = useLive(() => mySuggestions(db), [db]);
  const strategy = useLive(() => readStrategy(db), [db]);
  const settings = useLive(() => readSettings(registry), [registry]);
  const status = useLive(() => syncStatus(db), [db]);
  const toConfirm = useLive(() => goalsToConfirm(db), [db]);
  const topicIds = suggestions?.flatMap(({ topic }) => topic?.id ?? []) ?? [];
  const publications = useLive(() => publishedOf(db, topicIds, Date.now()), [db, topicIds.join()]);
  const results = useLive(() => resultsOf(db, topicIds), [db, topicIds.join()]);
  const askingTopicIds = useLive(() => topicsThatAskMe(db), [db]);
  const book = useLive(() => ruleBook(db), [db]) ?? NO_BOOK;
  const accepted = useLive(() => acceptedRules(db), [db]);
  const thanked = useLive(() => agreedToThanks(db), [db]);
  const [withdrawn, setWithdrawn] = useState<{ clipId: string; copy: NewClip } | null>(null);
  const [returnedId, setReturnedId] = useState<string | null>(null);
  const [notKept, setNotKept] = useState<NotKept | null>(null);

  /** Never rejects. What is not kept can be done again as it was, with every word. */
  const write = async (id: string, title: string, act: () => Promise<unknown>): Promise<void> => {
    setNotKept((before) => (before?.id === id ? null : before));
    try {
      await act();
      requestSync();
    } catch (error) {
      setNotKept({ id, title, because: notKeptBecause(error), again: () => void write(id, title, act) });
    }
  };
  /** @param id of the clip, or of the parked entry that is about it */
  const change = (id: string, act: () => Promise<unknown>) => {
    const about = suggestions?.find(
      ({ clip, delivery }) => clip.id === id || (delivery.kind === 'parked' && delivery.entryId === id),
    );
    void write(id, about?.clip.title ?? '', act);
  };

  const withdraw = async (clipId: string) => {
    const clip = suggestions?.find((each) => each.clip.id === clipId)?.clip;
    if (clip === undefined) return;
    const copy = await copyOfClip(db, clip);
    await withdrawClip(db, clipId, Date.now());
    setWithdrawn({ clipId, copy });
  };

  const undoWithdraw = async (copy: NewClip) => {
    const { clip } = await saveClip(db, copy, Date.now());
    setReturnedId(clip.id);
    // Not before: until it is kept again, this copy is all that there is of it.
    setWithdrawn(null);
  };

  return (
    <MySuggestionsScreen
      suggestions={
        suggestions?.map((each) => ({
          ...each,
          pictureUrl: each.clip.picture === null ? null : shelf.url(each.clip.id),
        })) ?? null
      }
      publications={publications ?? []}
      results={results ?? []}
      askingTopicIds={askingTopicIds ?? []}
      thanked={thanked ?? false}
      onThanked={(agreed) => change('thanks', () => agreeToThanks(db, agreed, Date.now()))}
      strategy={strategy ?? EMPTY_STRATEGY}
      problem={status === undefined ? null : shownProblem(status.schedule)}
      toConfirm={toConfirm ?? 0}
      onConfirm={() => location.assign('strategy.html#confirm')}
      letterKeys={settings?.letterKeys ?? true}
      shortcut={shortcut}
      withdrawn={withdrawn === null ? null : { clipId: withdrawn.clipId, title: withdrawn.copy.title }}
      returnedId={returnedId}
      notKept={notKept}
      // Until it is known what was accepted nobody is asked again.
      toAccept={(clip) => (accepted === undefined ? [] : notAccepted(effectsOf(factsOf(clip), book), accepted))}
      onEdit={(clipId, changes, accepts) =>
        change(clipId, () => editClip(db, clipId, changes, Date.now(), accepts.map(asAccepted)))
      }
      onWithdraw={(clipId) => change(clipId, () => withdraw(clipId))}
      onUndoWithdraw={(clipId) => {
        if (withdrawn !== null) void write(clipId, withdrawn.copy.title, () => undoWithdraw(withdrawn.copy));
      }}
      onSendAgain={(entryId, changes, accepts) =>
        change(entryId, () => retryParked(db, entryId, changes, Date.now(), accepts.map(asAccepted)))
      }
      onRetry={() => notKept?.again()}
      onDismissNotKept={() => setNotKept(null)}
    />
  );
}
