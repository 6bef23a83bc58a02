/** How well markings and personal data are found: for each level and kind what was right, wrong and missed. */
import { isAhead } from '../../desk/embargo.ts';
import { withFoundOnPage } from '../../desk/rules/find.ts';
import { LEVELS, PERSONAL_DATA } from '../../protocol/found.ts';
import type { LabelledDraft } from './read-pages.ts';

export type Figure = { what: string; right: number; wrong: number; missed: number; precision: number; recall: number };

type Told = { file: string; said: readonly string[]; found: readonly string[] };

function figure(what: string, told: readonly Told[]): Figure {
  const count = (is: (one: Told) => boolean) => told.filter(is).length;
  const right = count(({ said, found }) => said.includes(what) && found.includes(what));
  const wrong = count(({ said, found }) => !said.includes(what) && found.includes(what));
  const missed = count(({ said, found }) => said.includes(what) && !found.includes(what));
  const part = (all: number) => (all === 0 ? 1 : right / all);
  return { what, right, wrong, missed, precision: part(right + wrong), recall: part(right + missed) };
}

const total = (what: string, figures: readonly Figure[]): Figure => {
  const sum = (of: 'right' | 'wrong' | 'missed') => figures.reduce((all, one) => all + one[of], 0);
  const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')];
  return {
    what,
    right,
    wrong,
    missed,
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, right + missed),
  };
};

/** What was over on that day is labelled as none. */
const LABELLED_AT = Date.UTC(2026, 10, 26, 12);

/** Levels that ask for something; a page that is marked as public is as good as one without a marking. */
const STRICTER = LEVELS.filter((level) => level !== 'public');

export function figuresOf(pages: readonly LabelledDraft[]) {
  const told = pages.map(({ label, draft }) => {
    const { found } = withFoundOnPage(draft);
    return {
      ...{ label, level: found.markings.at(-1) ?? 'none', personal: found.personalData },
      embargo: isAhead(found.embargo, LABELLED_AT, 'Europe/Berlin') ? ['embargo'] : [],
    };
  });
  const levels = told.map(({ label, level }) => ({ file: label.file, said: [label.level], found: [level] }));
  const personal = told.map(({ label, personal: found }) => ({ file: label.file, said: label.personal, found }));
  const embargoes = told.map(({ label, embargo }) => ({
    ...{ file: label.file, said: label.embargo ? ['embargo'] : [], found: embargo },
  }));
  const isMarked = (level: string) => (level === 'none' || level === 'public' ? [] : ['any marking']);
  const marked = told.map(({ label, level }) => ({
    file: label.file,
    said: isMarked(label.level),
    found: isMarked(level),
  }));
  const ofLevels = STRICTER.map((level) => figure(level, levels));
  const ofPersonal = PERSONAL_DATA.map((kind) => figure(kind, personal));
  return {
    figures: [
      ...ofLevels,
      total('all levels', ofLevels),
      figure('any marking', marked),
      figure('embargo', embargoes),
      ...ofPersonal,
      total('all personal data', ofPersonal),
    ],
    /** Pages on which something else was found than a person said. */
    differing: [...levels, ...embargoes, ...personal].filter(
      ({ said, found }) => said.toSorted().join() !== found.toSorted().join(),
    ),
  };
}
