import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Wanted =
  | { kind: 'first' }
  /** What was decided goes, and what comes up in its place is next. */
  | { kind: 'next'; after: string; at: number }
  /** For so long: a card that comes later was brought by somebody else, and the next digit would decide on it. */
  | { kind: 'back'; id: string; until: number };

/** Until what was taken back is in the list again. Milliseconds. */
const BACK_WITHIN = 3_000;

/**
 * The focus goes from card to card with the work, so that keys go on from there: to the first one on opening, to the
 * next one after a decision, to the one that was taken back. Where none is left it goes to the heading.
 * @param ids of the cards in their order; null while they load
 */
export function useCardFocus(
  list: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
  ids: readonly string[] | null,
): { decided(id: string): void; tookBack(id: string): void } {
  const wanted = useRef<Wanted | null>({ kind: 'first' });
  useLayoutEffect(() => {
    const want = wanted.current;
    if (ids === null || want === null) return;
    const cards = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
    const lead = (card: HTMLElement | null | undefined) => {
      wanted.current = null;
      card?.focus();
      card?.scrollIntoView({ block: 'nearest' });
    };
    // Whoever is in another part of the page stays there.
    const isFree = document.activeElement === document.body;
    if (want.kind === 'back') {
      const isWriting = document.activeElement?.closest('form') != null;
      if (isWriting || performance.now() > want.until) wanted.current = null;
      else if (ids.includes(want.id)) lead(cards[ids.indexOf(want.id)]);
    } else if (want.kind === 'first') lead(isFree ? cards[0] : null);
    else if (!ids.includes(want.after)) lead(isFree ? (cards[want.at] ?? cards.at(-1) ?? heading.current) : null);
  });
  return {
    decided: (id) => {
      wanted.current = { kind: 'next', after: id, at: Math.max(0, ids?.indexOf(id) ?? 0) };
    },
    tookBack: (id) => {
      wanted.current = { kind: 'back', id, until: performance.now() + BACK_WITHIN };
    },
  };
}
