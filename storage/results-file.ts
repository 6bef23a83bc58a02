/** Measurements from a file: shown first with what each line would do, then kept, nothing twice (S5). */
import { type FileFault, type FileResult, type ResultsFile, readResultsFile } from '../desk/results-file.ts';
import { momentShown } from '../desk/weeks.ts';
import { LIMITS } from '../protocol/limits.ts';
import { type Publication, publicationSchema } from '../protocol/publication.ts';
import { type Goal, goalSchema } from '../protocol/strategy.ts';
import type { AccountDatabase } from './database.ts';
import { followPublications } from './publications.ts';
import { type ImportedResult, importResults, previewResults, type ResultWish } from './results.ts';
import { sound } from './sound.ts';
import { deskRules, readWaiting } from './waiting.ts';

/** A line that names something which is not here. */
type NameFault = { line: number; fault: 'unknown_goal' | 'unknown_publication' };
type LineFault = FileFault | NameFault;

export type FilePreview = {
  unreadable: ResultsFile['unreadable'];
  lines: (ImportedResult & { line: number; title: string })[];
  faults: LineFault[];
};

/** What a file would do; nothing is written. */
export async function previewFile(db: AccountDatabase, text: string, now: number): Promise<FilePreview> {
  const file = readResultsFile(text);
  const { wishes, faults } = await readNames(db, file.results);
  const found = await previewResults(
    db,
    wishes.map(({ wish }) => wish),
    now,
  );
  return {
    unreadable: file.unreadable,
    lines: found.map((each, at) => ({ ...each, line: wishes[at]?.line ?? 0, title: wishes[at]?.title ?? '' })),
    faults: [...file.faults, ...faults].sort((a, b) => a.line - b.line),
  };
}

/** Keeps what can be kept of a file, all of it or nothing. Returns how many measurements are new or changed. */
export async function importFile(db: AccountDatabase, text: string, now: number): Promise<number> {
  const { wishes } = await readNames(db, readResultsFile(text).results);
  return importResults(
    db,
    wishes.map(({ wish }) => wish),
    now,
  );
}

type NamedWish = { line: number; title: string; wish: ResultWish };

async function readNames(db: AccountDatabase, results: readonly FileResult[]) {
  const { timeZone } = await deskRules(db);
  const goals = goalsByName(sound('goals', goalSchema, await db.goals.toArray()));
  const publications = publicationsByName(await seenPublications(db));
  const wishes: NamedWish[] = [];
  const faults: NameFault[] = [];
  for (const { line, goal, publication, value, unit, day, lesson } of results) {
    const named = goals.get(goal.toLowerCase());
    const appeared = publication === '' ? null : (publications.get(publication) ?? undefined);
    if (named === undefined) faults.push({ line, fault: 'unknown_goal' });
    else if (appeared === undefined) faults.push({ line, fault: 'unknown_publication' });
    else
      wishes.push({
        line,
        title: named.id,
        wish: {
          ...{ goalId: named.id, topicId: appeared?.topicId ?? null, publicationId: appeared?.id ?? null },
          ...{
            value,
            unit: unitOf(named, unit),
            measuredAt: momentShown(Date.parse(day) + NINE, timeZone),
            source: 'csv',
          },
          lesson: lesson === '' ? null : lesson.slice(0, LONGEST_LESSON),
        },
      });
  }
  return { wishes, faults };
}

/** The moment of a day for everything that somebody dates by hand. */
const NINE = 9 * 3_600_000;

/** A longer one is cut: a line is not refused for what stands beside its figure. */
const LONGEST_LESSON = LIMITS.lesson;

/** Without one in the file, the goal's own; a goal without a unit is refused for that. */
const unitOf = ({ unit }: Goal, said: string): string => (said === '' ? (unit?.de ?? unit?.en ?? '-') : said);

const goalsByName = (goals: readonly Goal[]): Map<string, Goal> =>
  new Map(
    goals.flatMap((goal) =>
      [goal.title.de, goal.title.en, goal.id].flatMap((name): [string, Goal][] =>
        name === undefined ? [] : [[name.toLowerCase(), goal]],
      ),
    ),
  );

/** By id and by address; of two under one address the newer. */
function publicationsByName(publications: readonly Publication[]): Map<string, Publication> {
  const sorted = [...publications].sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
  return new Map(
    sorted.flatMap((each) =>
      [each.address, each.id].flatMap((name): [string, Publication][] => (name === null ? [] : [[name, each]])),
    ),
  );
}

async function seenPublications(db: AccountDatabase): Promise<Publication[]> {
  const waiting = await readWaiting(db);
  const rows = sound('publications', publicationSchema, await db.publications.toArray());
  return followPublications(rows, waiting)
    .map(({ publication }) => publication)
    .filter(({ state }) => state === 'published');
}
