import { hostname, userInfo } from 'node:os';
import { addAudit } from '../rows/audit.ts';
import type { Tx } from '../store/store.ts';

/**
 * Notes what a command does, in the transaction in which it does it wherever it is one: what is done is noted.
 * @param subject the id or file that it is about
 */
export async function noteAct(tx: Tx, act: string, subject = ''): Promise<void> {
  // Set by sshd: where the person at the keyboard came from.
  const [from] = (process.env.SSH_CONNECTION ?? '').split(' ');
  const origin = from ? `${hostname()} from ${from}` : hostname();
  await addAudit(tx, { at: Date.now(), who: accountName(), origin, act, subject });
}

/** In a container an account may have no name. */
export function accountName(): string {
  try {
    return process.env.SUDO_USER ?? userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
