import type { CDPSession, Target } from 'puppeteer-core';
import type { Chromium } from './chromium.ts';

const REACHED: readonly string[] = ['page', 'service_worker', 'other', 'background_page'];

/**
 * Cuts the network of every page and of the service worker, also of those that start meanwhile, as when
 * a train enters a tunnel: requests fail and `navigator.onLine` is false.
 * @returns brings the network back; pages get their `online` event then.
 */
export async function goOffline({ browser }: Chromium): Promise<() => Promise<void>> {
  const sessions: Promise<CDPSession | null>[] = [];
  const cut = (target: Target): void => {
    if (REACHED.includes(target.type())) sessions.push(cutOff(target));
  };
  // A page that closes resets `navigator.onLine` for all that share its process, the service worker among them.
  const insist = async (): Promise<void> => {
    for (const session of await Promise.all(sessions)) await emulate(session, true);
  };
  browser.on('targetcreated', cut);
  browser.on('targetdestroyed', insist);
  browser.targets().forEach(cut);
  await Promise.all(sessions);
  return async () => {
    browser.off('targetcreated', cut);
    browser.off('targetdestroyed', insist);
    for (const session of await Promise.all(sessions)) {
      await emulate(session, false);
      await session?.detach().catch(() => {});
    }
  };
}

/** Null for a target that ended before it could be cut off. */
async function cutOff(target: Target): Promise<CDPSession | null> {
  try {
    const session = await target.createCDPSession();
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', conditions(true));
    return session;
  } catch {
    return null;
  }
}

async function emulate(session: CDPSession | null, offline: boolean): Promise<void> {
  // A session whose page or worker is gone needs nothing more.
  await session?.send('Network.emulateNetworkConditions', conditions(offline)).catch(() => {});
}

const conditions = (offline: boolean) => ({ offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
