import { useEffect, useMemo, useState } from 'preact/hooks';
import { useReader } from '../../components/language.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import type { StrategyTab } from '../../components/strategy-admin/strategy-props.ts';
import { StrategyScreen } from '../../components/strategy-admin/strategy-screen.tsx';
import { keepsStrategy, mayDecide } from '../../desk/roles.ts';
import type { Person } from '../../protocol/person.ts';
import { openQuestionCount } from '../../storage/answer-question.ts';
import { openClearanceCount } from '../../storage/clearances.ts';
import { ruleBook } from '../../storage/rules.ts';
import { syncStatus } from '../../storage/status.ts';
import { ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { createStrategyDesk } from '../../sync/strategy.ts';
import { requestSync } from '../browser/background-calls.ts';
import { frameAddress } from '../browser/frame-address.ts';
import type { Session } from '../browser/session.ts';
import { lineOf } from '../browser/session-sync.ts';
import { useLive } from '../browser/use-live.ts';
import { useConfirm } from './use-confirm.ts';
import { useFile } from './use-file.ts';
import { useHistory } from './use-history.ts';
import { useKeeping } from './use-keeping.ts';

const SECTIONS = ['departments', 'goals', 'audiences', 'channels', 'rules', 'desk'] as const;

/** The strategy: to read for everybody, to confirm for sponsors, to edit for leads and admins. The address names the part. */
export function StrategyPage({ session }: { session: Session }) {
  const { db } = session;
  const { language, now } = useReader();
  const [asked, setAsked] = useState(() => location.hash.slice(1));
  const desk = useMemo(() => createStrategyDesk(lineOf(session)), [session]);
  const read = useLive(() => readStrategy(db), [db]);
  const strategy = read ?? EMPTY_STRATEGY;
  const rules = useLive(() => ruleBook(db), [db]);
  const person = useLive(() => ownPerson(db), [db]) ?? session.account.person;
  const status = useLive(() => syncStatus(db), [db]);
  const questions = useLive(() => openQuestionCount(db), [db]);
  const clearances = useLive(() => openClearanceCount(db, now), [db, now]);
  const sponsored = strategy.goals.filter(({ sponsorId }) => sponsorId === person.id);
  const tabs = tabsOf(person, sponsored.length > 0);
  const tab = tabs.find((each) => each === asked) ?? 'who';
  const changed = () => requestSync('asked');

  const keeping = useKeeping({
    ...{ desk, language, accountKey: session.account.key, onChanged: changed },
    wanted: tab !== 'who' && tab !== 'confirm' && tab !== 'history' && tab !== 'file',
  });
  const history = useHistory(desk, tab === 'history');
  const file = useFile(desk, () => {
    changed();
    keeping.onReload();
  });
  const confirm = useConfirm(desk, sponsored, changed);

  // Of the desk there is one: no list to choose it from.
  const { view, open, onOpen } = keeping;
  const lacksDesk = tab === 'desk' && view !== null && open?.section !== 'desk';
  useEffect(() => {
    if (lacksDesk) onOpen('desk', 'desk');
  });

  useEffect(() => {
    const follow = () => setAsked(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  return (
    <PageFrame
      current="strategy"
      person={person.name}
      desk={mayDecide(person.roles)}
      unsent={status?.unsent ?? 0}
      parked={status?.parked.length ?? 0}
      questions={questions ?? 0}
      clearances={clearances ?? null}
      onOpen={(page) => page !== 'strategy' && location.assign(frameAddress(page))}
    >
      {read === undefined ? null : (
        <StrategyScreen
          {...history}
          {...file}
          {...confirm}
          {...keeping}
          tab={tab}
          tabs={tabs}
          strategy={{ ...strategy, companyRules: rules?.own ?? [] }}
          me={person}
          keeping={keeping}
          onTab={(next) => {
            location.hash = next;
          }}
        />
      )}
    </PageFrame>
  );
}

/** [SG1] What somebody may open. */
function tabsOf({ roles }: Person, isSponsor: boolean): StrategyTab[] {
  const isAdmin = roles.includes('admin');
  return [
    'who',
    ...(isSponsor ? (['confirm'] as const) : []),
    ...(keepsStrategy(roles) ? SECTIONS : []),
    ...(isAdmin ? (['people'] as const) : []),
    ...(keepsStrategy(roles) ? (['history'] as const) : []),
    ...(isAdmin ? (['file'] as const) : []),
  ];
}
