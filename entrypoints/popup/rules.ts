/** What the rules for company information say of the page in the popup, before anything of it is kept or asked. */
import type { ClipFormValues } from '../../components/popup/popup-props.ts';
import { type Effects, effectsOf, factsOf, type RuleBook } from '../../desk/rules/effects.ts';
import { stripped } from '../../desk/rules/strip.ts';
import { blankDraft } from '../../protocol/blank-draft.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { TakenPicture } from '../browser/picture.ts';

type Judged = { draft: ClipDraft | null; picture: TakenPicture | null };
type Chosen = Pick<ClipFormValues, 'address' | 'departmentId'>;

/** @param draft null where the page could not be read: its address says where it is */
export const effectsOfPage = (draft: ClipDraft | null, { address, departmentId }: Chosen, book: RuleBook): Effects =>
  effectsOf(factsOf({ ...(draft ?? blankDraft(address)), departmentId }), book);

/** The page as it would be sent. */
export function withoutStripped<P extends Judged>(page: P, { strip }: Effects): P {
  if (page.draft === null) return page;
  const { picture: _none, ...draft } = stripped({ ...page.draft, picture: null }, strip.parts);
  return { ...page, draft, picture: strip.parts.includes('picture') ? null : page.picture };
}
