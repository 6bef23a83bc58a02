/**
 * How much of the page the person could see. Said to them and to the editors, so being wrong here costs
 * trust: "full" wherever there is doubt, and a page with a text of its own is never a sign-in or error page.
 */
import type { Access } from '../protocol/clip.ts';
import { readingLength } from './blocks.ts';
import { errorSign } from './error-page.ts';
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import type { MainText } from './main-text.ts';
import { textIn } from './page.ts';
import { paywallSign } from './paywall.ts';
import { signInSign } from './sign-in.ts';

/** What the judges of access look at. */
export type Shown = {
  evidence: Evidence;
  main: MainText;
  /** What `<title>` says; empty without one. */
  title: string;
  /** The first headings that stand in the page itself. */
  headings: string[];
  /** How much the main text says, in Latin letters. */
  length: number;
};

export type AccessFinding = {
  access: Access;
  /** Which sign told; empty for "full", which is what is left. */
  from: string;
  /** The main text, without the offer that stands in the place of the rest. */
  paragraphs: readonly string[];
};

/** A page with more text than this is read for its text, whatever else stands in it. */
const A_TEXT = 900;
/** The longest beginning that stands before a paywall. */
const A_BEGINNING = 3_000;
const MAX_HEADINGS = 6;

/** @param byline who wrote the page: what somebody signed is meant to be read */
export function readAccess(evidence: Evidence, main: MainText, byline: readonly string[]): AccessFinding {
  const { paragraphs } = main;
  const full = { access: 'full', from: '', paragraphs } as const;
  let length = 0;
  for (const text of paragraphs) {
    length += readingLength(text);
    if (length > A_BEGINNING) return full;
  }
  const shown = shownIn(evidence, main, length);
  if (length <= A_TEXT && byline.length === 0 && !isDatedArticle(evidence)) {
    const signIn = signInSign(shown);
    if (signIn !== null) return { access: 'sign_in', from: signIn, paragraphs };
    const error = errorSign(shown);
    if (error !== null) return { access: 'error_page', from: error, paragraphs };
  }
  const paywall = paywallSign(shown);
  return paywall === null ? full : { access: 'excerpt_only', ...paywall };
}

function shownIn(evidence: Evidence, main: MainText, length: number): Shown {
  const { page, marks, regions } = evidence;
  const title = marks.head.find((index) => page.nodes[index]?.tag === 'title') ?? -1;
  const headings = marks.headings.filter((index) => !regions.removed(index)).slice(0, MAX_HEADINGS);
  return {
    evidence,
    main,
    title: textIn(page, title, 300),
    headings: headings.map((at) => textIn(page, at, 200)),
    length,
  };
}

/** Who says as linked data that this is an article of that day means neither a form nor an error. */
const isDatedArticle = ({ things }: Evidence): boolean =>
  things.some((thing) => isArticle(thing) && thing.published !== '' && thing.headline !== '');
