/** Agreement of a text with its label in groups of four words, as page extraction is commonly measured. */
import { wordsOf } from './labels.ts';

const GROUP = 4;

export type Score = { precision: number | null; recall: number | null };

function groupsOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  const groups = new Map<string, number>();
  if (words.length === 0) return groups;
  for (let at = 0; at < Math.max(1, words.length - GROUP + 1); at += 1) {
    const group = words.slice(at, at + GROUP).join(' ');
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return groups;
}

const size = (groups: ReadonlyMap<string, number>): number =>
  [...groups.values()].reduce((sum, count) => sum + count, 0);

export function scoreText(truth: string, text: string): Score {
  const [wanted, found] = [groupsOf(truth), groupsOf(text)];
  const right = [...found].reduce((sum, [group, count]) => sum + Math.min(count, wanted.get(group) ?? 0), 0);
  const [all, got] = [size(wanted), size(found)];
  if (all === right && got === right) return { precision: 1, recall: 1 };
  return { precision: got === 0 ? null : right / got, recall: all === 0 ? null : right / all };
}

/** F1 of mean precision (of pages with a text) and mean recall, as one line. */
export function summary(scores: readonly Score[]): string {
  const mean = (values: readonly (number | null)[]): number => {
    const known = values.filter((value) => value !== null);
    return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  };
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  const balance = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return `F1 ${balance.toFixed(4)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  pages ${scores.length}`;
}
