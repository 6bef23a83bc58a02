/** What the markings of a whole page say together. */
import { LEVELS, type Level, type MarkingText } from '../../../protocol/found.ts';
import { markingOf } from './marking.ts';

/** A page that shows so many levels explains them: a list of classes, a policy. */
const LEVELS_OF_A_LIST = 3;

/** The texts of a page that are markings, each with its level. @param isNews see `markingOf` */
export function pageMarkings(texts: readonly MarkingText[], isNews: boolean): MarkingText[] {
  const found = texts.flatMap((one) => {
    const level = markingOf(one.text, one.place, isNews);
    return level === null ? [] : [{ ...one, level }];
  });
  const inText = new Set(found.flatMap(({ place, level }) => (isOfText(place) ? [level] : [])));
  return inText.size >= LEVELS_OF_A_LIST ? found.filter(({ place }) => !isOfText(place)) : found;
}

const isOfText = (place: MarkingText['place']): boolean => place === 'text' || place === 'heading';

/** Each level once, the highest last. */
export const levelsOf = (texts: readonly MarkingText[]): Level[] =>
  LEVELS.filter((level) => texts.some((one) => one.level === level));
