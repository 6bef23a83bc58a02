/** From an invitation to an account with its first rows, for whatever page shows the form. */
import type { JoinFormProps } from '../../components/join/join-props.ts';
import type { JoinProblem } from '../../components/problems.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { cutText } from '../../protocol/text.ts';
import { addAccount, joinNonce, knownElsewhere } from '../../storage/accounts.ts';
import { asStorageError } from '../../storage/problems.ts';
import { normalizeQueueUrl, parseInvitation } from '../../sync/invitation.ts';
import { findQueue, joinQueue } from '../../sync/join.ts';
import { announceAccountChange } from './account-change.ts';
import { strategyArrived } from './first-rows.ts';
import { forgetSession, openDeviceRegistry, openSession, type Session } from './session.ts';
import { syncOf } from './session-sync.ts';

type Values = Omit<JoinFormProps, 'onChange' | 'onJoin'>;

const EMPTY: Values = {
  invitation: '',
  queueName: null,
  queueHost: null,
  asksAddress: false,
  address: '',
  asksName: false,
  name: '',
  joining: false,
  problem: null,
};

const ask = (url: string, init: RequestInit) => fetch(url, init);

/** A queue as it says of itself; its address is all that is sure. */
type Offer = { id: string; queueUrl: string };

/**
 * Joins nothing by itself: the person sees whose queue it is and where, and then asks for it.
 * @param invitation a link or code that the person gave elsewhere; empty when there is none
 * @param show draws the form; called again at each change
 * @param joined called once the account is kept and its strategy is here
 */
export function startJoining(
  invitation: string,
  show: (form: JoinFormProps) => void,
  joined: (session: Session) => void,
): void {
  let values: Values = { ...EMPTY, invitation };
  let offer: Promise<Offer | null> = Promise.resolve(null);

  const update = (changes: Partial<Values>) => {
    values = { ...values, ...changes };
    show({ ...values, onChange, onJoin: () => void join() });
  };

  const onChange = (changes: { invitation?: string; address?: string; name?: string }) => {
    update({ ...changes, problem: null });
    if (changes.name === undefined) offer = nameQueue();
  };

  /** A link says where its queue is; a code alone needs what was typed beside it. */
  const queueAddress = (): string | null =>
    parseInvitation(values.invitation).queueUrl ??
    (values.address.trim() === '' ? null : normalizeQueueUrl(values.address));

  /** Whose invitation it is, before the code is sent there; a queue that does not answer is said at joining. */
  const nameQueue = async (): Promise<Offer | null> => {
    const { invitation, address } = values;
    const { code } = parseInvitation(invitation);
    const queueUrl = queueAddress();
    const complete = queueUrl !== null && code !== null;
    update({ queueHost: complete ? new URL(queueUrl).host : null, queueName: null });
    if (!complete) return null;
    const found = await findQueue(queueUrl, ask).catch(() => null);
    if (!found?.ok) return null;
    if (values.invitation === invitation && values.address === address) update({ queueName: found.value.name });
    return { id: found.value.id, queueUrl };
  };

  const join = async () => {
    update({ joining: true, problem: null });
    const outcome = await tryToJoin().catch((error: unknown) =>
      asStorageError(error).kind === 'other_address' ? 'other_address' : 'failed',
    );
    if (typeof outcome !== 'string') return joined(outcome);
    const asksName = values.asksName || outcome === 'name_missing';
    const asksAddress = values.asksAddress || outcome === 'address_missing';
    update({ joining: false, problem: outcome, asksName, asksAddress });
  };

  const tryToJoin = async (): Promise<Session | JoinProblem> => {
    const registry = await openDeviceRegistry();
    const offered = await offer;
    // Known before the code is sent, which counts once: then the invitation stays good.
    if (offered !== null && (await knownElsewhere(registry, offered.id, offered.queueUrl))) return 'other_address';
    const asked = {
      invitation: values.invitation,
      queueUrl: queueAddress(),
      name: values.asksName ? values.name : null,
      device: deviceName(),
      nonce: (queueUrl: string, code: string) => joinNonce(registry, queueUrl, code),
    };
    const result = await joinQueue(asked, ask);
    if (!result.ok) return result.problem;
    await addAccount(registry, result.value.queueUrl, result.value.joined, Date.now());
    forgetSession();
    // From here a clip by shortcut is this account's, however long the first rows take.
    await announceAccountChange();
    const session = await openSession();
    if (session === null) return 'failed';
    // Departments and goals, so that the first clip finds them; offline they come later. The rest of a large queue
    // takes a minute and comes while the person looks around.
    const pulled = syncOf(session).run('asked');
    await Promise.race([pulled.catch(() => undefined), strategyArrived(session.db)]);
    return session;
  };

  update({});
  if (invitation !== '') offer = nameQueue();
}

/** So that a person can tell their devices apart. Says no more than every web server hears. */
function deviceName(): string {
  const { userAgent } = navigator;
  const program = /Firefox|Edg|Chrome/.exec(userAgent)?.[0].replace('Edg', 'Edge') ?? 'Browser';
  const system = /Windows|Mac OS X|Android|Linux|CrOS/.exec(userAgent)?.[0] ?? '';
  return cutText(system === '' ? program : `${program} · ${system}`, LIMITS.name).text;
}
