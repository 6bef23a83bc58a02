/** "Clearances": what waits for this person, and what became of it. */
import { useState } from 'preact/hooks';
import { ClearancesScreen, type ClearancesScreenProps } from '../../components/clearance/clearances-screen.tsx';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import type { VerdictWish } from '../../desk/clearance-views.ts';
import { clearancesToMe } from '../../storage/clearances.ts';
import { decideClearance, decideClearanceAfterAll, TAKE_BACK } from '../../storage/decide-clearance.ts';
import { discardParked } from '../../storage/parked.ts';
import { readSettings } from '../../storage/settings.ts';
import { strategy as readStrategy } from '../../storage/strategy.ts';
import { requestSync } from '../browser/background-calls.ts';
import { notKeptBecause } from '../browser/not-kept.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';
import { useUndoOffer } from '../browser/use-undo-offer.ts';

export function ClearancesPage({ session: { db, registry } }: { session: Session }) {
  const found = useLive(() => clearancesToMe(db, Date.now()), [db]);
  const strategy = useLive(() => readStrategy(db), [db]);
  const settings = useLive(() => readSettings(registry), [registry]);
  const [last, setLast] = useUndoOffer<NonNullable<ClearancesScreenProps['last']>>();
  const [failed, setFailed] = useState<ClearancesScreenProps['failed']>(null);

  const write = (act: () => Promise<unknown>, kept: () => void = () => undefined) => {
    act().then(
      () => {
        setFailed(null);
        kept();
        requestSync();
      },
      (error: unknown) => setFailed(notKeptBecause(error) === 'conflict' ? 'changed' : 'notKept'),
    );
  };
  const titleOf = (topicId: string): string =>
    found?.open.find(({ clearance }) => clearance.topicId === topicId)?.clearance.topicTitle ?? '';
  const decide = (topicId: string, wish: VerdictWish, seen: string | null) => {
    const { to } = wish;
    const title = titleOf(topicId);
    write(
      () => decideClearance(db, topicId, wish, seen, Date.now()),
      () => setLast(to === 'open' || to === 'not_needed' ? null : { topicId, title, to }),
    );
  };
  return (
    <ClearancesScreen
      found={found ?? null}
      timeZone={(strategy ?? EMPTY_STRATEGY).rules.timeZone}
      letterKeys={settings?.letterKeys ?? true}
      last={last}
      failed={failed}
      onDecide={decide}
      onTakeBack={(topicId) => {
        setLast(null);
        write(() => decideClearance(db, topicId, TAKE_BACK, null, Date.now()));
      }}
      onAfterAll={({ entryId, wanted, clearance }) =>
        write(() => decideClearanceAfterAll(db, clearance.topicId, wanted, entryId, Date.now()))
      }
      onLeave={({ entryId }) => void discardParked(db, entryId).catch(() => undefined)}
    />
  );
}
