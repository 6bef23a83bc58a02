/** What the markings of a whole page say together. */
import { LEVELS, type Level, type MarkingText } from '../../../protocol/found.ts';
import { classOf, isUsual, markingOf } from './marking.ts';

/** A page that shows so many levels explains them: a list of classes, a policy. */
const LEVELS_OF_A_LIST = 3;

/** The texts of a page that are markings, each with its level. @param isNews see `markingOf` */
export function pageMarkings(texts: readonly MarkingText[], isNews: boolean): MarkingText[] {
  const found = texts.flatMap((one) => {
    const level = markingOf(one.text, one.place, isNews);
    return level === null ? [] : [{ ...one, level }];
  });
  if (found.length === 0) return found;
  const inText = new Set(texts.flatMap(({ text, place }) => (isOfText(place) ? (classOf(text) ?? []) : [])));
  const kept =
    inText.size >= LEVELS_OF_A_LIST
      ? found.filter(({ text, place }) => !isOfText(place) || classOf(text) === null)
      : found;
  // A page that says that it is public is not marked by a word in its frame.
  const isPublic = kept.some(({ level }) => level === 'public');
  return isPublic ? kept.filter(({ text }) => !isUsual(text)) : kept;
}

const isOfText = (place: MarkingText['place']): boolean =>
  place === 'text' || place === 'heading' || place === 'link' || place === 'cell';

/** Each level once, the highest last. */
export const levelsOf = (texts: readonly MarkingText[]): Level[] =>
  LEVELS.filter((level) => texts.some((one) => one.level === level));
