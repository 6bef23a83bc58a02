/** What waits, why, and when it is tried next. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { StatusScreenProps } from '../../components/status/status-props.ts';
import { StatusScreen } from '../../components/status/status-screen.tsx';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { discardParked, retryParked } from '../../storage/parked.ts';
import { syncStatus } from '../../storage/status.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';
import { shownProblem } from '../browser/sync-problem.ts';
import { useLive } from '../browser/use-live.ts';

type Storage = StatusScreenProps['storage'];

async function measureStorage(): Promise<Storage> {
  const { usage = 0, quota } = await navigator.storage.estimate();
  return {
    usedBytes: usage,
    freeBytes: quota === undefined ? null : quota - usage,
    // With `unlimitedStorage` nothing is evicted, whatever this answers.
    persistent: true,
  };
}

type StatusPageProps = { session: Session; onOpen(page: 'join' | 'suggestions'): void };

export function StatusPage({ session: { db, account }, onOpen }: StatusPageProps) {
  const status = useLive(() => syncStatus(db), [db]);
  const [storage, setStorage] = useState<Storage>(null);
  useEffect(() => {
    void measureStorage().then(setStorage, () => undefined);
  }, []);
  if (status === undefined) return null;
  const { waiting, unsent, parked, schedule } = status;
  return (
    <StatusScreen
      account={{ person: account.person.name, queue: account.queue.name, queueUrl: account.queueUrl }}
      waiting={waiting}
      unsent={unsent}
      parked={parked}
      sending={unsent > 0 && schedule.lastProblem === null && navigator.onLine}
      problem={shownProblem(schedule)}
      nextTryAt={schedule.nextTryAt}
      lastSyncAt={schedule.lastSyncAt}
      storage={storage}
      version={{ extension: browser.runtime.getManifest().version, protocol: PROTOCOL_VERSION }}
      onRetryNow={() => requestSync('asked')}
      onSignIn={() => onOpen('join')}
      onCorrect={() => onOpen('suggestions')}
      onSendAgain={(entryId) => {
        // Refused again by the rules here: it stays parked and says why.
        void retryParked(db, entryId, {}, Date.now()).then(
          () => requestSync(),
          () => undefined,
        );
      }}
      onDiscard={(entryId) => void discardParked(db, entryId)}
    />
  );
}
