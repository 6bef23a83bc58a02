/** Says that this person looks at a topic. Kept nowhere and never tried again: it is true only now. */
import { type Claim, claimSchema } from '../protocol/claim.ts';
import { claimPath } from '../protocol/routes.ts';
import { ask, askJson, type Line } from './ask.ts';

/**
 * @param take also where somebody else has it.
 * @returns whose claim stands
 * @throws SyncError
 */
export const putClaim = (line: Line, topicId: string, take: boolean): Promise<Claim> =>
  askJson(
    line,
    claimPath(topicId),
    { method: 'PUT', type: 'application/json', body: JSON.stringify({ take }) },
    claimSchema,
  );

/** @throws SyncError */
export async function dropClaim(line: Line, topicId: string): Promise<void> {
  await ask(line, claimPath(topicId), { method: 'DELETE' });
}
