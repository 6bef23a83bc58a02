import '../tokens.css';
import '../base.css';
import '../questions/questions.css';
import './clearance.css';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import ShieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import { useRef, useState } from 'preact/hooks';
import type { ClearancesToMe, ClearanceView, ParkedVerdict, VerdictWish } from '../../desk/clearance-views.ts';
import { clearanceStates, clearances as words } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { LoadingCards } from '../loading-cards.tsx';
import { Notice } from '../notice.tsx';
import type { Strategy } from '../strategy.ts';
import { useCardKeys } from '../suggestions/use-card-keys.ts';
import { UndoToast } from '../undo-toast.tsx';
import { ClearanceCard } from './clearance-card.tsx';
import { useCardFocus } from './use-card-focus.ts';
import { useVerdictKeys } from './use-verdict-keys.ts';
import { CLEAR, type VerdictKind } from './verdict-form.tsx';

export type ClearancesScreenProps = {
  /** Null while they load. */
  found: ClearancesToMe | null;
  timeZone: Strategy['rules']['timeZone'];
  letterKeys: boolean;
  /** What was decided last, as long as that can be taken back by one key. */
  last: { topicId: string; title: string; to: 'cleared' | 'cleared_with_conditions' | 'refused' } | null;
  /** Why the last decision was not kept on this device; `changed`: something came in between. */
  failed: 'changed' | 'notKept' | null;
  /** Which part of the first card stands open at first. */
  initialOpen?: VerdictKind;
  onDecide(topicId: string, wish: VerdictWish, seen: string | null): void;
  onTakeBack(topicId: string): void;
  /** Decides so all the same, or leaves what holds now. */
  onAfterAll(parked: ParkedVerdict): void;
  onLeave(parked: ParkedVerdict): void;
};

const seenStep = ({ clearance }: ClearanceView): string | null => clearance.steps.at(-1)?.id ?? null;

/** What waits for this person's clearance, what waits for others too long, and what they decided. */
export function ClearancesScreen(props: ClearancesScreenProps) {
  const { found, timeZone, letterKeys, last, failed, onDecide } = props;
  const t = useWords(words);
  const list = useRef<HTMLOListElement>(null);
  const first = found?.open[0]?.clearance.topicId ?? '';
  const [open, setOpen] = useState<{ topicId: string; kind: VerdictKind } | null>(
    props.initialOpen === undefined ? null : { topicId: first, kind: props.initialOpen },
  );
  const [focused, setFocused] = useState<string | null>(null);
  /** Keys mean the card that has the focus, else the first. */
  const current = found?.open.find(({ clearance }) => clearance.topicId === focused) ?? found?.open[0] ?? null;
  const heading = useRef<HTMLHeadingElement>(null);
  const cardFocus = useCardFocus(list, heading, found?.open.map(({ clearance }) => clearance.topicId) ?? null);
  const decide = (view: ClearanceView, wish: VerdictWish) => {
    setOpen(null);
    cardFocus.decided(view.clearance.topicId);
    onDecide(view.clearance.topicId, wish, seenStep(view));
  };
  const begin = (view: ClearanceView, kind: VerdictKind | null) =>
    setOpen(kind === null ? null : { topicId: view.clearance.topicId, kind });
  const onTakeBack = (topicId: string) => {
    cardFocus.tookBack(topicId);
    props.onTakeBack(topicId);
  };
  useCardKeys(list, letterKeys);
  useVerdictKeys(letterKeys, {
    1: () => current !== null && decide(current, CLEAR),
    2: () => current !== null && begin(current, 'cleared_with_conditions'),
    3: () => current !== null && begin(current, 'refused'),
    z: () => last !== null && onTakeBack(last.topicId),
  });
  if (found === null)
    return (
      <main class="sheet clearances" aria-busy="true">
        <h1>{t('heading')}</h1>
        <LoadingCards />
      </main>
    );
  return (
    <main class="sheet clearances">
      <h1 ref={heading} tabIndex={-1}>
        {t('heading')}
      </h1>
      <p class="soft">{t('lead')}</p>
      {failed === null ? null : (
        <Notice tone="danger" icon={CircleAlert} urgent>
          {t(failed)}
        </Notice>
      )}
      {found.parked.map((parked) => (
        <Late key={parked.entryId} parked={parked} {...props} />
      ))}
      {found.open.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        <>
          {letterKeys ? <p class="small soft">{t('keys')}</p> : null}
          <ol ref={list} class="clearance-list">
            {found.open.map((view) => (
              <li
                key={view.clearance.topicId}
                class="card"
                aria-label={view.clearance.topicTitle}
                tabIndex={-1}
                onFocusIn={() => setFocused(view.clearance.topicId)}
              >
                <ClearanceCard
                  view={view}
                  timeZone={timeZone}
                  decide={{
                    open: open?.topicId === view.clearance.topicId ? open.kind : null,
                    digits: letterKeys && view === current,
                    onOpen: (kind) => begin(view, kind),
                    onDecide: (wish) => decide(view, wish),
                  }}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      <Group heading={t('overdueHeading')} views={found.overdue} timeZone={timeZone} />
      <Group heading={t('earlier')} views={found.earlier} timeZone={timeZone} onTakeBack={onTakeBack} />
      <UndoToast
        text={last === null ? null : t(`said_${last.to}`, { title: last.title })}
        shortcut={letterKeys ? 'z' : undefined}
        onUndo={() => last !== null && onTakeBack(last.topicId)}
      />
    </main>
  );
}

type GroupProps = {
  heading: string;
  views: readonly ClearanceView[];
  timeZone: string;
  onTakeBack?(topicId: string): void;
};

function Group({ heading, views, timeZone, onTakeBack }: GroupProps) {
  if (views.length === 0) return null;
  return (
    <section class="clearance-list" aria-label={heading}>
      <h2>{heading}</h2>
      <ol class="clearance-list">
        {views.map((view) => (
          <li key={view.clearance.topicId} class="card">
            <ClearanceCard
              view={view}
              timeZone={timeZone}
              onTakeBack={onTakeBack === undefined ? undefined : () => onTakeBack(view.clearance.topicId)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Somebody else, or a rule, was faster: what holds now, what was wanted, and the choice between the two. */
function Late({ parked, onAfterAll, onLeave }: ClearancesScreenProps & { parked: ParkedVerdict }) {
  const t = useWords(words);
  const stateText = useWords(clearanceStates);
  const { clearance, wanted } = parked;
  return (
    <Notice
      tone="warning"
      icon={CircleAlert}
      actions={
        <>
          <button type="button" class="button" onClick={() => onAfterAll(parked)}>
            {t('mineAfterAll')}
          </button>
          <button type="button" class="button button-quiet" onClick={() => onLeave(parked)}>
            {t('keepTheirs')}
          </button>
        </>
      }
    >
      <bdi>{t('late', { title: clearance.topicTitle, state: stateText(clearance.state) })}</bdi>{' '}
      {t('lateWanted', { state: stateText(wanted.to) })}
    </Notice>
  );
}
