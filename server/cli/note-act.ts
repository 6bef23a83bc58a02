import { hostname, userInfo } from 'node:os';
import { addAudit } from '../rows/audit.ts';
import type { Store } from '../store/store.ts';

/** Notes what a command did, once it did it. @param subject the id or file that it was about */
export async function noteAct(store: Store, act: string, subject = ''): Promise<void> {
  // Set by sshd: where the person at the keyboard came from.
  const [from] = (process.env.SSH_CONNECTION ?? '').split(' ');
  const origin = from ? `${hostname()} from ${from}` : hostname();
  await store.write((tx) => addAudit(tx, { at: Date.now(), who: accountName(), origin, act, subject }));
}

/** In a container an account may have no name. */
function accountName(): string {
  try {
    return process.env.SUDO_USER ?? userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
