/** What is known to be read otherwise than a label says, and why: short, and empty where a system can be read. */

/** The name of the site stands in a script only: nothing is read from scripts. */
const SITE_IN_SCRIPT = ['siteName'];

const GAPS: Readonly<Record<string, readonly string[]>> = {
  'office-web/word-doc-aspx.html': SITE_IN_SCRIPT,
  'office-web/word-frame-readable.html': SITE_IN_SCRIPT,
  // Every site writes this line in its own words at the end of its pages.
  'typo3/content-page.html': ['modified'],
  // Its meta tag names the team of the web site as author.
  'typo3/css-styled-content-page.html': ['byline'],
};

/** How the differences begin that are known for this page. */
export const knownGaps = (page: string): readonly string[] => GAPS[page] ?? [];
