/** Notion: pages in a workspace, and pages that are published to everybody. */
import { profile } from './profile.ts';

export const notionSite = profile({
  id: 'notion-site',
  name: 'Notion (published)',
  signs: ['.notion-page-content'],
  title: ['.notion-page-block h1', 'h1.notranslate'],
  byline: [
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Created by"]) [role="cell"]:last-child',
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Erstellt von"]) [role="cell"]:last-child',
    'none',
  ],
  published: [
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Created time"]) [role="cell"]:last-child',
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Erstellt um"]) [role="cell"]:last-child',
    'none',
  ],
  modified: [
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Last edited time"]) [role="cell"]:last-child',
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Zuletzt bearbeitet"]) [role="cell"]:last-child',
    'none',
  ],
  siteName: ['.notion-sidebar-switcher', 'meta[property="og:site_name"]@content'],
  text: ['.notion-page-content'],
  remove: ['.notion-table_of_contents-block', '.notion-collection_view-block', '.pseudoBefore', '.pseudoSelection'],
  remnants: ['Notion'],
});

/** Who sees the sidebar of a workspace is a member of it. */
export const notion = profile({
  ...notionSite,
  id: 'notion',
  name: 'Notion',
  signs: ['body:has(.notion-sidebar) .notion-page-content'],
  kind: 'intranet',
});
