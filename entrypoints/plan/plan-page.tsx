import { useEffect, useMemo, useState } from 'preact/hooks';
import { DeskClosed } from '../../components/desk-closed.tsx';
import { type FramePage, PageFrame } from '../../components/page-frame.tsx';
import { PLAN_TABS, type PlanScreenProps, type PlanTab } from '../../components/plan/plan-props.ts';
import { PlanScreen } from '../../components/plan/plan-screen.tsx';
import { weeksFrom } from '../../components/plan/weeks-from.ts';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import { keepsStrategy, mayDecide } from '../../desk/roles.ts';
import { nextMonday } from '../../desk/weeks.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import { absences } from '../../storage/absences.ts';
import { decide } from '../../storage/decide.ts';
import { readGoals } from '../../storage/goals.ts';
import { type KeptPublication, keepPublication, takeKeptBack } from '../../storage/keep-publication.ts';
import { agenda, readPlan } from '../../storage/plan.ts';
import { readSettings } from '../../storage/settings.ts';
import { syncStatus } from '../../storage/status.ts';
import { ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { requestSync } from '../browser/background-calls.ts';
import { frameAddress } from '../browser/frame-address.ts';
import { notKeptBecause } from '../browser/not-kept.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';
import { useUndoOffer } from '../browser/use-undo-offer.ts';
import { keepDraft, readDraft } from './plan-draft.ts';
import { useDutySwap } from './use-duty-swap.ts';
import { useFigures } from './use-figures.ts';
import { useResultsFile } from './use-results-file.ts';

type NotKept = PlanScreenProps['notKept'] & { again(): void };

/** What was accepted on its way: the address names the part of it. */
export function PlanPage({ session }: { session: Session }) {
  const { db } = session;
  const [tab, setTab] = useState(tabOfAddress);
  const [shift, setShift] = useState(0);
  const [notKept, setNotKept] = useState<NotKept | null>(null);
  const [saved, setSaved] = useUndoOffer<{ kept: KeptPublication; title: string }>();
  const settings = useLive(() => readSettings(session.registry), [session.registry]);
  const [draft] = useState(() => readDraft(session.account.key));
  const strategy = useLive(() => readStrategy(db), [db]);
  const { timeZone } = (strategy ?? EMPTY_STRATEGY).rules;
  const weeks = useMemo(() => weeksFrom(Date.now(), shift, timeZone), [shift, timeZone]);
  const span = { from: weeks[0]?.from ?? 0, to: nextMonday(weeks.at(-1)?.from ?? 0, timeZone) };

  const plan = useLive(() => readPlan(db, span), [db, weeks]);
  const topics = useLive(() => agenda(db), [db]);
  const goals = useLive(() => readGoals(db), [db]);
  const file = useResultsFile(db);
  const person = useLive(() => ownPerson(db), [db]);
  const away = useLive(() => absences(db), [db]);
  const status = useLive(() => syncStatus(db), [db]);
  const dutySwap = useDutySwap(session, keepsStrategy((person ?? session.account.person).roles));
  const figures = useFigures(session, tab === 'coverage' || tab === 'flow' || tab === 'meeting');

  useEffect(() => {
    const follow = () => setTab(tabOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const titleOf = (topicId: string): string =>
    [...(plan?.undated ?? []), ...(plan?.items.flatMap(({ topic }) => topic ?? []) ?? [])].find(
      ({ id }) => id === topicId,
    )?.title ?? '';
  const keep = async (topicId: string, act: () => Promise<unknown>): Promise<boolean> => {
    setNotKept(null);
    setSaved(null);
    try {
      await act();
      requestSync();
      return true;
    } catch (error) {
      setNotKept({ title: titleOf(topicId), because: notKeptBecause(error), again: () => void keep(topicId, act) });
      return false;
    }
  };
  const save = (publication: PublicationInput) =>
    keep(publication.topicId, async () => {
      const kept = await keepPublication(db, publication, Date.now());
      setSaved({ kept, title: titleOf(publication.topicId) });
    });
  const undoSave = () => {
    if (saved === null) return;
    setSaved(null);
    void keep(saved.kept.published.topicId, () => takeKeptBack(db, saved.kept, Date.now()));
  };
  const begin = (topicId: string) =>
    keep(topicId, () =>
      decide(db, { topicId, to: 'in_work', reason: null, sentence: null, holdUntil: null }, Date.now()),
    );

  const name = person?.name ?? session.account.person.name;
  // It may end while the page stands open.
  const isOfDesk = person === undefined || mayDecide(person.roles);
  const openPage = (page: FramePage) => (page !== 'plan' || !isOfDesk) && location.assign(frameAddress(page));
  return (
    <PageFrame
      current={isOfDesk ? 'plan' : null}
      person={name}
      desk={isOfDesk}
      unsent={status?.unsent ?? 0}
      parked={status?.parked.length ?? 0}
      onOpen={openPage}
    >
      {isOfDesk ? (
        <PlanScreen
          tab={tab}
          plan={plan === undefined ? null : { ...plan, weeks }}
          agenda={topics ?? null}
          goals={goals ?? null}
          resultsFile={file.view}
          onResultsFile={file.read}
          onImport={file.take}
          figures={figures}
          strategy={strategy ?? EMPTY_STRATEGY}
          absences={away ?? []}
          dutySwap={dutySwap}
          draft={draft}
          onDraft={(next) => keepDraft(session.account.key, next)}
          saved={saved}
          letterKeys={settings?.letterKeys ?? true}
          onUndoSave={undoSave}
          notKept={notKept}
          onTab={(next) => {
            location.hash = next;
          }}
          onWeeks={(by) => setShift((before) => (by === 0 ? 0 : before + by))}
          onSave={save}
          onBegin={(topicId) => void begin(topicId)}
          onOpenTopic={(topicId) => location.assign(`inbox.html#${topicId}`)}
          onReload={figures.reload}
          onPrint={() => print()}
          onRetry={() => notKept?.again()}
          onDismissNotKept={() => setNotKept(null)}
        />
      ) : (
        <DeskClosed parked={status?.parked.length ?? 0} onOpen={openPage} />
      )}
    </PageFrame>
  );
}

function tabOfAddress(): PlanTab {
  const asked = location.hash.slice(1);
  return PLAN_TABS.find((tab) => tab === asked) ?? 'calendar';
}
