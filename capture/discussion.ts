/** Whether people answer each other on a page: a forum's thread, a question with its answers. */
import type { Thing } from './json-ld.ts';
import type { Page } from './page.ts';
import { parsedUrl } from './parsed-url.ts';

/** As a whole part of the host or path: a newspaper's "open-thread" is an article. */
const FORUM = new Set(
  `forum forums board boards thread threads topic topics showthread viewtopic discussion discussions questions
   community`.split(/\s+/),
);

const QUESTIONS = ['DiscussionForumPosting', 'QAPage', 'Question'];

export const isQuestion = ({ types }: Thing): boolean => types.some((type) => QUESTIONS.includes(type));

export const isDiscussion = (page: Page, things: readonly Thing[]): boolean =>
  things.some(isQuestion) || isForum(parsedUrl(page.address));

const isForum = (url: Readonly<URL> | null): boolean =>
  url !== null &&
  `${url.hostname}${url.pathname}`
    .toLowerCase()
    .replaceAll('.', '/')
    .split('/')
    .some((part) => FORUM.has(part));
