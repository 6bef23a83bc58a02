/** Whether people answer each other on a page: a forum's thread, a question with its answers. */
import type { Thing } from './json-ld.ts';
import type { Page } from './page.ts';
import { parsedUrl } from './parsed-url.ts';

/** As a whole part of the host or path: a newspaper's "open-thread" is an article. */
const FORUM = new Set(
  `forum forums board boards thread threads topic topics showthread viewtopic discussion discussions questions
   community`.split(/\s+/),
);

export const isDiscussion = (page: Page, things: readonly Thing[]): boolean =>
  things.some(({ types }) => types.some((type) => /^(?:DiscussionForumPosting|QAPage|Question)$/.test(type))) ||
  isForum(parsedUrl(page.address));

const isForum = (url: Readonly<URL> | null): boolean =>
  url !== null &&
  `${url.hostname}${url.pathname}`
    .toLowerCase()
    .split(/[./]/)
    .some((part) => FORUM.has(part));
