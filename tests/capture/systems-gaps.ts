/** What is known to be read otherwise than a label says, and why: short, and empty where a system can be read. */

/** The page states the language of its menus; the text on it is in another. */
const LANGUAGE_OF_THE_MENUS = ['lang'];
/** The name of the site stands in a script only: nothing is read from scripts. */
const SITE_IN_SCRIPT = ['siteName'];

const GAPS: Readonly<Record<string, readonly string[]>> = {
  'confluence-cloud/onboarding-page.html': LANGUAGE_OF_THE_MENUS,
  'confluence-data-center/english-page.html': LANGUAGE_OF_THE_MENUS,
  'gitlab/issue.html': LANGUAGE_OF_THE_MENUS,
  'gitlab/merge-request.html': LANGUAGE_OF_THE_MENUS,
  'gitlab/readme-file.html': LANGUAGE_OF_THE_MENUS,
  'gitlab/wiki-page.html': LANGUAGE_OF_THE_MENUS,
  'jira/cloud-bug.html': LANGUAGE_OF_THE_MENUS,
  'jira/data-center-english.html': LANGUAGE_OF_THE_MENUS,
  'mediawiki/vector-2022-english.html': LANGUAGE_OF_THE_MENUS,
  'office-web/word-doc-aspx.html': SITE_IN_SCRIPT,
  // And its text lies in a frame, which in reality is of another origin.
  'office-web/word-frame-readable.html': [...SITE_IN_SCRIPT, 'text lacks'],
  // Every site writes this line in its own words at the end of its pages.
  'typo3/content-page.html': ['modified'],
  // Its meta tag names the team of the web site as author.
  'typo3/css-styled-content-page.html': [...LANGUAGE_OF_THE_MENUS, 'byline'],
};

/** How the differences begin that are known for this page. */
export const knownGaps = (page: string): readonly string[] => GAPS[page] ?? [];
