import { profile } from './profile.ts';

/** A page that is published to everybody has no sidebar of its workspace. */
export const notion = profile({
  id: 'notion',
  name: 'Notion',
  signs: ['.notion-page-content'],
  title: ['.notion-page-block h1', 'h1.notranslate'],
  byline: [
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Created by"]) [role="cell"]:last-child',
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Erstellt von"]) [role="cell"]:last-child',
  ],
  published: [
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Created time"]) [role="cell"]:last-child',
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Erstellt um"]) [role="cell"]:last-child',
  ],
  modified: [
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Last edited time"]) [role="cell"]:last-child',
    '[aria-label="Page properties"] [role="row"]:has([aria-label="Zuletzt bearbeitet"]) [role="cell"]:last-child',
  ],
  siteName: ['.notion-sidebar-switcher'],
  text: ['.notion-page-content'],
  remove: ['.notion-table_of_contents-block', '.notion-collection_view-block', '.pseudoBefore', '.pseudoSelection'],
  remnants: ['Notion'],
});
