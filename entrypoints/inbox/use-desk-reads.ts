/** What the inbox reads beside its list and its topic. */
import { useEffect } from 'preact/hooks';
import { useReader } from '../../components/language.tsx';
import { useSameData } from '../../components/same-data.ts';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import { mayDecide, viewOf } from '../../desk/roles.ts';
import { absences } from '../../storage/absences.ts';
import { openClearanceCount } from '../../storage/clearances.ts';
import { openForMe } from '../../storage/for-me.ts';
import { readMeasured } from '../../storage/goals.ts';
import { ownLoad, timeBudgets } from '../../storage/load.ts';
import { recentCommands } from '../../storage/recent-commands.ts';
import { readSettings } from '../../storage/settings.ts';
import { syncStatus } from '../../storage/status.ts';
import { ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';
import type { FirstList } from './first-list.ts';

const NONE: readonly never[] = [];

/** @param hasRows rows are on the screen: what somebody can do without for a moment is not read before */
export function useDeskReads({ db, registry, account }: Session, first: FirstList, hasRows: boolean) {
  const { now } = useReader();
  const later = { when: hasRows };
  const strategy = useLive(() => readStrategy(db), [db], { first: first.strategy, when: hasRows });
  const personNow = useLive(() => ownPerson(db), [db], later);
  const person = personNow ?? account.person;
  const settings = useLive(() => readSettings(registry), [registry]);
  const status = useLive(() => syncStatus(db), [db], later);
  const questions = useLive(() => openForMe(db), [db], later);
  const clearances = useLive(() => openClearanceCount(db, now), [db, now], later);
  const recent = useLive(() => recentCommands(db), [db], later);
  const measured = useLive(() => readMeasured(db), [db], later);
  const away = useLive(() => absences(db), [db], later);
  const assigns = viewOf(person.roles) === 'lead';
  const budgets = useLive(() => timeBudgets(db), [db], { when: hasRows && assigns });
  const load = useLive(() => ownLoad(db, now), [db, now], later);
  // This page pulled it; the button in the toolbar is the background's to label.
  useEffect(() => {
    if (questions !== undefined) requestSync();
  }, [questions]);
  return {
    strategy: useSameData(strategy ?? EMPTY_STRATEGY),
    person,
    /** Whoever opened the page was of the desk; that can end while it stands open. */
    isOfDesk: personNow === undefined || mayDecide(personNow.roles),
    letterKeys: settings?.letterKeys ?? true,
    /** Undefined until it is read. */
    status,
    unsent: status?.unsent ?? 0,
    questions: questions ?? 0,
    clearances: clearances ?? null,
    recent: recent ?? NONE,
    /** Undefined until it is read. */
    measured,
    absences: away ?? NONE,
    /** Null for whoever assigns nothing to others. */
    budgets: assigns ? (budgets ?? NONE) : null,
    load: load ?? NONE,
  };
}
