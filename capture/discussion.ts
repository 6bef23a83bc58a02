/** Whether people answer each other on a page: a forum's thread, a question with its answers. */
import type { Thing } from './json-ld.ts';
import type { Page } from './page.ts';

/** As a whole part of the host or path: a newspaper's "open-thread" is an article. */
const FORUM_ADDRESS =
  /(?:^|[./])(?:forums?|boards?|threads?|topics?|showthread|viewtopic|discussions?|questions|community)(?=[./]|$)/i;

export const isDiscussion = (page: Page, things: readonly Thing[]): boolean =>
  things.some(({ types }) => types.some((type) => /^(?:DiscussionForumPosting|QAPage|Question)$/.test(type))) ||
  (URL.canParse(page.address) && FORUM_ADDRESS.test(new URL(page.address).hostname + new URL(page.address).pathname));
