/** Whether a line repeats the title. */
import type { Title } from './title.ts';
import { sameWords } from './weigh.ts';

/** The test is made once for a page and asked for each of its blocks: what differs in length is not compared. */
export function titleTest(title: Title): (text: string) => boolean {
  const words = sameWords(title.value);
  if (words === '') return () => false;
  return (text) =>
    text.length >= words.length * 0.8 && text.length <= words.length * 2 + 20 && sameWords(text) === words;
}
