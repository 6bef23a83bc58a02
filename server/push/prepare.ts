import type { CompanyRules } from '../../desk/address.ts';
import { withFoundIn } from '../../desk/rules/find.ts';
import { type Action, actionSchema } from '../../protocol/mutation.ts';
import type { PushRequest } from '../../protocol/push.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { pageKey } from './page-key.ts';

/** A mutation read as far as it can be without the database. */
export type PreparedMutation = {
  id: string;
  number: number;
  madeAt: number;
  /** Null if it does not have the form of an action; `refusal` then says where. */
  action: Action | null;
  refusal: Refusal | null;
  /** The key of a saved clip's page, computed here and never believed from a device [AD1]. */
  addressKey: string | null;
};

/**
 * Reads every mutation of a push before a transaction begins: parsing and hashing would hold up
 * every other writer there. A bad action is refused alone [OB2].
 */
export const prepareMutations = (mutations: PushRequest['mutations'], companyRules: CompanyRules): PreparedMutation[] =>
  mutations.map(({ id, number, madeAt, action: unread }) => {
    const parsed = actionSchema.safeParse(unread);
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path.join('.') ?? '';
      return { id, number, madeAt, action: null, refusal: { kind: 'invalid', path }, addressKey: null };
    }
    const action = lookedThrough(parsed.data);
    const key =
      action.name === 'saveClip' ? pageKey(action.clip.address, action.clip.canonicalAddress, companyRules) : null;
    return { id, number, madeAt, action, refusal: null, addressKey: key };
  });

/** [IN2] What the words of a clip say, found here and never believed from a device. */
const lookedThrough = (action: Action): Action =>
  action.name === 'saveClip' ? { ...action, clip: withFoundIn(action.clip) } : action;
