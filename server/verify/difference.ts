/** One place where what is kept is not what follows from decisions and clips. Names keys and fields, never content. */
export type Difference = {
  /** Which check found it. */
  check: 'topic' | 'history' | 'clearance' | 'words' | 'traits' | 'address' | 'change log' | 'client';
  /** Of the row; may be shown, for it is no content. */
  id: string;
  field: string;
  is: string;
  shouldBe: string;
  /** False: it follows from nothing else, so no program can put it right. */
  isDerived: boolean;
};

export const describeDifference = ({ check, id, field, is, shouldBe, isDerived }: Difference): string =>
  `${check} ${id}: ${field} is ${is}, should be ${shouldBe}${isDerived ? '' : ' (cannot be derived)'}`;
