/** Which blocks of a labelled page are its text: the words of each that stand in the label, as a share. */

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

const GROUP = 4;

export type Labels = {
  /** 0 to 1 for each block; -1 where nothing is known. */
  share: Float32Array;
  /** Words of each block. */
  words: Int32Array;
};

/** Labels from the full text of a page. */
export function labelsFromText(blocks: readonly string[], truth: string): Labels {
  const wanted = wordsOf(truth);
  const groups = new Set(wanted.slice(GROUP - 1).map((_, at) => wanted.slice(at, at + GROUP).join(' ')));
  const whole = ` ${wanted.join(' ')} `;
  const own = blocks.map(wordsOf);
  const share = new Float32Array(blocks.length);
  let taken = blocks.map(() => true);
  for (let round = 0; round < 3; round += 1) {
    markWords(own, taken, groups, share);
    // Without what has no match, what stood around it joins as it does in the label.
    taken = taken.map((was, at) => was && (share[at] ?? 0) >= 0.25);
    if (round === 0) addShort(own, taken, whole);
  }
  dropCopies(own, share, whole);
  return { share, words: Int32Array.from(own, (words) => words.length) };
}

function markWords(
  own: readonly string[][],
  taken: readonly boolean[],
  groups: ReadonlySet<string>,
  share: Float32Array,
): void {
  const row = own.flatMap((words, block) => (taken[block] === true ? words.map((word) => ({ word, block })) : []));
  const hit = new Uint8Array(row.length);
  for (let at = 0; at + GROUP <= row.length; at += 1) {
    const group = row.slice(at, at + GROUP).map(({ word }) => word);
    if (groups.has(group.join(' '))) hit.fill(1, at, at + GROUP);
  }
  const hits = new Float32Array(own.length);
  for (const [at, { block }] of row.entries()) hits[block] = (hits[block] ?? 0) + (hit[at] ?? 0);
  for (const [block, words] of own.entries()) {
    if (taken[block] === true) share[block] = words.length === 0 ? 0 : (hits[block] ?? 0) / words.length;
  }
}

/** Lines of few words have no group of their own: they count where they stand in the label beside a neighbour. */
function addShort(own: readonly string[][], taken: boolean[], whole: string): void {
  let before = -1;
  for (const [at, words] of own.entries()) {
    if (taken[at] === true) {
      before = at;
      continue;
    }
    if (words.length === 0 || words.length > 12) continue;
    const after = taken.indexOf(true, at + 1);
    const line = words.join(' ');
    const joins = (...parts: readonly (readonly string[] | string)[]): boolean =>
      whole.includes(` ${parts.flat().join(' ')} `);
    const isNear = (other: number): boolean => other !== -1 && Math.abs(other - at) < 12;
    if (
      (isNear(before) && joins(own[before]?.slice(-2) ?? [], line)) ||
      (isNear(after) && joins(line, own[after]?.slice(0, 2) ?? []))
    ) {
      taken[at] = true;
    }
  }
}

/** A text that the page has more often than the label: the copies in the better company count. */
function dropCopies(own: readonly string[][], share: Float32Array, whole: string): void {
  const copies = new Map<string, number[]>();
  for (const [at, words] of own.entries()) {
    if (words.length < GROUP || (share[at] ?? 0) <= 0.5) continue;
    const text = words.join(' ');
    copies.set(text, [...(copies.get(text) ?? []), at]);
  }
  const company = (at: number): number =>
    [-4, -3, -2, -1, 1, 2, 3, 4].reduce(
      (sum, away) => sum + (share[at + away] ?? 0) * Math.min(20, own[at + away]?.length ?? 0),
      0,
    );
  for (const [text, places] of copies) {
    const count = Math.max(1, whole.split(` ${text} `).length - 1);
    if (places.length <= count) continue;
    for (const at of places.toSorted((a, b) => company(b) - company(a)).slice(count)) share[at] = 0;
  }
}

/** Labels from passages that must, and that must not, be in the text; everything else stays unknown. */
export function labelsFromPassages(
  blocks: readonly string[],
  wanted: readonly string[],
  unwanted: readonly string[],
): Labels {
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const share = new Float32Array(blocks.length).fill(-1);
  const texts = blocks.map(tidy);
  for (const [passages, value] of [
    [wanted, 1],
    [unwanted, 0],
  ] as const) {
    for (const passage of passages.map(tidy)) {
      const places = texts.flatMap((text, at) => (text.includes(passage) ? [at] : []));
      // A wanted passage that stands twice may be wanted once.
      if (value === 1 && places.length > 1) continue;
      for (const at of places) share[at] = share[at] === -1 || share[at] === value ? value : -1;
    }
  }
  return { share, words: Int32Array.from(texts, (text) => wordsOf(text).length) };
}
