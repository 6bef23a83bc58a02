import { checkShare, shareDay } from '../../desk/sharing.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Network } from '../../protocol/sharing.ts';
import { findShownPublication } from '../rows/publications.ts';
import { countShare } from '../rows/shares.ts';
import { deskRules } from '../rows/strategy.ts';
import { setConsent } from '../rows/thanks.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** [SH1] One more for the day on which it arrives; whose act it was goes no further than this line. */
export async function countPassedOn(
  tx: Tx,
  act: Act,
  publicationId: string,
  network: Network,
): Promise<Refusal | null> {
  const publication = await findShownPublication(tx, publicationId);
  if (publication === null) return { kind: 'not_found', path: 'publicationId' };
  const refusal = checkShare(publication, network, act.now);
  if (refusal !== null) return refusal;
  await countShare(tx, publicationId, network, shareDay(act.now, (await deskRules(tx)).timeZone));
  return null;
}

/** [SH3] Everybody answers for themselves alone. */
export async function agreeToThanks(tx: Tx, act: Act, agreed: boolean): Promise<null> {
  await setConsent(tx, act.person.id, agreed, act.now);
  return null;
}
