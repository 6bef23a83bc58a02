/** From an invitation to an account with its first rows, for whatever page shows the form. */
import type { JoinFormProps } from '../../components/join/join-props.ts';
import type { JoinProblem } from '../../components/problems.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { JoinResponse } from '../../protocol/session.ts';
import { cutText } from '../../protocol/text.ts';
import { addAccount, joinNonce, knownElsewhere, type Registry } from '../../storage/accounts.ts';
import { asStorageError } from '../../storage/problems.ts';
import {
  endsInJoin,
  hasCutCode,
  lacksCode,
  normalizeQueueUrl,
  parseInvitation,
  parseQueueAddress,
} from '../../sync/invitation.ts';
import { findQueue, joinQueue } from '../../sync/join.ts';
import { announceAccountChange } from './account-change.ts';
import { allowSignIn } from './company-account.ts';
import { strategyArrived } from './first-rows.ts';
import { forgetSession, openDeviceRegistry, openSession, type Session } from './session.ts';
import { syncOf } from './session-sync.ts';
import { signInAt } from './signing-in.ts';

type Values = Omit<JoinFormProps, 'onChange' | 'onJoin' | 'onSignIn'>;

const EMPTY: Values = {
  invitation: '',
  queueName: null,
  queueHost: null,
  asksAddress: false,
  address: '',
  asksName: false,
  name: '',
  offersSignIn: false,
  signingIn: false,
  joining: false,
  problem: null,
};

const ask = (url: string, init: RequestInit) => fetch(url, init);

/** A queue as it says of itself; its address is all that is sure. */
type Offer = { id: string; queueUrl: string };

/** Between the last key of an address and the look whether a queue is there. Milliseconds. */
const PAUSE = 400;

/**
 * Joins nothing by itself: the person sees whose queue it is and where, and then asks for it.
 * @param invitation a link or code that the person gave elsewhere; empty when there is none
 * @param known the queue that the person joined before, to sign in there again; null if there is none
 * @param show draws the form; called again at each change
 * @param joined called once the account is kept and its strategy is here
 */
export function startJoining(
  invitation: string,
  known: string | null,
  show: (form: JoinFormProps) => void,
  joined: (session: Session) => void,
): void {
  let values: Values = { ...EMPTY, invitation };
  let offer: Promise<Offer | null> = Promise.resolve(null);

  const update = (changes: Partial<Values>) => {
    values = { ...values, ...changes };
    show({ ...values, onChange, onJoin: () => void join(), onSignIn });
  };

  const onChange = (changes: { invitation?: string; address?: string; name?: string }) => {
    update({ ...changes, ...stillAsked(changes.invitation), problem: null });
    if (changes.name === undefined) offer = nameQueue();
  };

  /** What an earlier invitation lacked need not be missing from this one: a field that nobody needs would hold it up. */
  const stillAsked = (next: string | undefined): Partial<Values> => {
    if (next === undefined) return {};
    const { queueUrl, code } = parseInvitation(next);
    const namesQueue = queueUrl !== null || parseQueueAddress(next) !== null;
    const isSameCode = code === parseInvitation(values.invitation).code;
    return { asksAddress: values.asksAddress && !namesQueue, asksName: values.asksName && isSameCode };
  };

  const onSignIn = () => {
    // In the turn of the click: the browser grants nothing later.
    const allowed = allowSignIn();
    update({ signingIn: true, problem: null });
    void run(() => trySignIn(allowed));
  };

  /** A link says where its queue is; a code alone needs what was typed beside it. */
  const queueAddress = (): string | null =>
    parseInvitation(values.invitation).queueUrl ??
    (values.address.trim() === '' ? parseQueueAddress(values.invitation) : normalizeQueueUrl(values.address));

  /** Whose invitation it is, before the code is sent there; a queue that does not answer is said at joining. */
  const nameQueue = async (): Promise<Offer | null> => {
    const { invitation, address } = values;
    const { code } = parseInvitation(invitation);
    const queueUrl = queueAddress();
    const isStill = () => values.invitation === invitation && values.address === address;
    // An address alone is one at every key: nobody means the half of it.
    if (queueUrl === null || code === null) update({ queueHost: null, queueName: null, offersSignIn: false });
    if (queueUrl === null) return null;
    if (code === null) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (!isStill()) return null;
    update({ queueHost: new URL(queueUrl).host, queueName: null, offersSignIn: false });
    const found = await findQueue(queueUrl, ask).catch(() => null);
    if (!found?.ok) return null;
    // An invitation in hand is the way that was meant, even if part of its code is missing.
    const isInvited = code !== null || hasCutCode(invitation);
    const problem = lacksCode(invitation) ? 'code_missing' : values.problem;
    if (isStill()) update({ queueName: found.value.name, offersSignIn: !isInvited && found.value.signIn, problem });
    return { id: found.value.id, queueUrl };
  };

  /** What a field that is asked for and empty holds up; nobody has to be asked for that. */
  const missing = (): JoinProblem | null => {
    if (values.invitation.trim() === '') return 'invitation_missing';
    if (values.asksAddress && values.address.trim() === '') return 'address_missing';
    return values.asksName && values.name.trim() === '' ? 'name_missing' : null;
  };

  const join = async () => {
    const problem = missing();
    if (problem !== null) return update({ problem });
    update({ joining: true, problem: null });
    await run(tryToJoin);
  };

  const run = async (attempt: () => Promise<Session | JoinProblem>) => {
    const outcome = await attempt().catch((error: unknown) =>
      asStorageError(error).kind === 'other_address' ? 'other_address' : 'failed',
    );
    if (typeof outcome !== 'string') return joined(outcome);
    const asksName = values.asksName || outcome === 'name_missing';
    const asksAddress = values.asksAddress || outcome === 'address_missing';
    update({ joining: false, signingIn: false, problem: outcome, asksName, asksAddress });
  };

  const tryToJoin = async (): Promise<Session | JoinProblem> => {
    const registry = await openDeviceRegistry();
    const offered = await offer;
    // Known before the code is sent, which counts once: then the invitation stays good.
    if (offered !== null && (await knownElsewhere(registry, offered.id, offered.queueUrl))) return 'other_address';
    const problem = await problemWithoutCode();
    if (problem !== null) return problem;
    const asked = {
      invitation: values.invitation,
      queueUrl: queueAddress(),
      name: values.asksName ? values.name : null,
      device: deviceName(),
      nonce: (queueUrl: string, code: string) => joinNonce(registry, queueUrl, code),
    };
    const result = await joinQueue(asked, ask);
    if (!result.ok) return result.problem;
    return keep(registry, result.value.queueUrl, result.value.joined);
  };

  /** An address without a code is no invitation; what is missing depends on what is there. */
  const problemWithoutCode = async (): Promise<JoinProblem | null> => {
    const queueUrl = parseQueueAddress(values.invitation);
    if (queueUrl === null) return null;
    const found = await findQueue(queueUrl, ask);
    if (!found.ok) return endsInJoin(values.invitation) ? 'code_missing' : found.problem;
    return lacksCode(values.invitation) ? 'code_missing' : 'no_sign_in';
  };

  const trySignIn = async (allowed: Promise<boolean>): Promise<Session | JoinProblem> => {
    const queueUrl = queueAddress();
    if (queueUrl === null) return 'address_missing';
    if (!(await allowed)) return 'cancelled';
    const registry = await openDeviceRegistry();
    const offered = await offer;
    if (offered !== null && (await knownElsewhere(registry, offered.id, offered.queueUrl))) return 'other_address';
    const result = await signInAt(queueUrl, deviceName());
    return result.ok ? keep(registry, queueUrl, result.value) : result.problem;
  };

  const keep = async (registry: Registry, queueUrl: string, answer: JoinResponse): Promise<Session | JoinProblem> => {
    await addAccount(registry, queueUrl, answer, Date.now());
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

  /** Who was here before need not look for the address again, where that is all that it takes. */
  const offerKnown = async () => {
    if (known === null) return;
    const found = await findQueue(known, ask);
    if (found.ok && found.value.signIn && values.invitation === '') onChange({ invitation: known });
  };

  update({});
  if (invitation !== '') offer = nameQueue();
  else void offerKnown().catch(() => undefined);
}

/** So that a person can tell their devices apart. Says no more than every web server hears. */
function deviceName(): string {
  const { userAgent } = navigator;
  const program = /Firefox|Edg|Chrome/.exec(userAgent)?.[0].replace('Edg', 'Edge') ?? 'Browser';
  const system = /Windows|Mac OS X|Android|Linux|CrOS/.exec(userAgent)?.[0] ?? '';
  return cutText(system === '' ? program : `${program} · ${system}`, LIMITS.name).text;
}
