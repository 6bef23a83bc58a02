import { revokeDevice, revokeDevicesOf } from '../rows/devices.ts';
import { findPerson, savePerson } from '../rows/people.ts';
import type { Tx } from '../store/store.ts';

/**
 * Somebody whom the provider, or the rules for it, let in no more [SI14]: all their devices end and they are nobody's
 * colleague, until `admit` finds them again. What they did stays. A person of the strategy is what the strategy says.
 * @returns whether they came from the provider
 */
export async function letGo(tx: Tx, personId: string, now: number): Promise<boolean> {
  const person = await findPerson(tx, personId);
  if (person?.source !== 'provider') return false;
  if (person.active) await savePerson(tx, { ...person, active: false });
  await revokeDevicesOf(tx, personId, now, 'provider');
  return true;
}

/** The device that the provider was asked for ends in any case. */
export async function endDevice(tx: Tx, device: { id: string; personId: string }, now: number): Promise<void> {
  if (!(await letGo(tx, device.personId, now))) await revokeDevice(tx, device.id, 'provider', now);
}
