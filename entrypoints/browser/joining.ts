/** From an invitation to an account with its first rows, for whatever page shows the form. */
import type { JoinFormProps } from '../../components/join/join-props.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { cutText } from '../../protocol/text.ts';
import { addAccount } from '../../storage/accounts.ts';
import { parseInvitation } from '../../sync/invitation.ts';
import { findQueue, joinQueue } from '../../sync/join.ts';
import { accountChanged } from './background-calls.ts';
import { forgetSession, openDeviceRegistry, openSession, type Session } from './session.ts';
import { syncOf } from './session-sync.ts';

type Values = Omit<JoinFormProps, 'onChange' | 'onJoin'>;

const ask = (url: string, init: RequestInit) => fetch(url, init);

/**
 * @param invitation a link or code that the person gave elsewhere and asked to use; empty when there is none
 * @param show draws the form; called again at each change
 * @param joined called once the account is kept and its strategy is here
 */
export function startJoining(
  invitation: string,
  show: (form: JoinFormProps) => void,
  joined: (session: Session) => void,
): void {
  let values: Values = { invitation: '', queueName: null, asksName: false, name: '', joining: false, problem: null };

  const update = (changes: Partial<Values>) => {
    values = { ...values, ...changes };
    show({ ...values, onChange, onJoin: () => void join() });
  };

  const onChange = (changes: { invitation?: string; name?: string }) => {
    update({ ...changes, problem: null });
    if (changes.invitation !== undefined) void nameQueue(changes.invitation);
  };

  /** Whose invitation it is, before anything is sent there; a queue that does not answer is said at joining. */
  const nameQueue = async (text: string) => {
    const { queueUrl, code } = parseInvitation(text);
    if (queueUrl === null || code === null) return update({ queueName: null });
    const found = await findQueue(queueUrl, ask);
    if (values.invitation === text) update({ queueName: found.ok ? found.value.name : null });
  };

  const join = async () => {
    update({ joining: true, problem: null });
    const name = values.asksName ? values.name : null;
    const result = await joinQueue({ invitation: values.invitation, queueUrl: null, name, device: deviceName() }, ask);
    if (!result.ok) {
      const asksName = values.asksName || result.problem === 'name_missing';
      return update({ joining: false, problem: result.problem, asksName });
    }
    const registry = await openDeviceRegistry();
    await addAccount(registry, result.value.queueUrl, result.value.joined, Date.now());
    forgetSession();
    const session = await openSession();
    if (session === null) return update({ joining: false, problem: 'failed' });
    // Departments and goals, so that the first clip finds them; offline they come later.
    await syncOf(session).run('asked');
    await accountChanged();
    joined(session);
  };

  update({ invitation });
  if (invitation !== '') {
    void nameQueue(invitation);
    void join();
  }
}

/** So that a person can tell their devices apart. Says no more than every web server hears. */
function deviceName(): string {
  const { userAgent } = navigator;
  const program = /Firefox|Edg|Chrome/.exec(userAgent)?.[0].replace('Edg', 'Edge') ?? 'Browser';
  const system = /Windows|Mac OS X|Android|Linux|CrOS/.exec(userAgent)?.[0] ?? '';
  return cutText(system === '' ? program : `${program} · ${system}`, LIMITS.name).text;
}
