/**
 * SharePoint: modern pages (a canvas of web parts) and classic ones (publishing, wiki, list items).
 * Names as public add-ins, scrapers and saved pages know them; see tests/capture/systems.
 */
import { profile } from './profile.ts';

export const sharepointModern = profile({
  id: 'sharepoint-modern',
  name: 'SharePoint (modern)',
  signs: ['#spPageCanvasContent', '[data-automation-id="CanvasLayout"]'],
  kind: 'intranet',
  title: [
    '[data-automation-id="TitleTextId"]@title',
    '[data-automation-id="TitleTextId"]',
    '#title_text',
    '[data-automation-id="pageHeader"] h1',
  ],
  byline: ['[data-automation-id="personaDetails"] .peopleName'],
  siteName: ['[data-automationid="SiteHeaderTitle"]', '[data-automation-id="SiteHeaderTitle"]', '#spSiteHeader a'],
  // The date has no name of its own: it stands behind the authors, in the same part of the header.
  published: [
    '[data-automation-id="personaDetails"] ~ *',
    ':has(> [data-automation-id="personaDetails"]) ~ *',
    '[data-automation-id="TitleTextId"] ~ *',
  ],
  modified: ['[data-automation-id="pageCommandBarStatus"]'],
  text: [
    '[data-automation-id="textBox"]',
    '[data-sp-feature-tag="Rich Text Editor"]',
    '[data-automation-id="CanvasLayout"]',
  ],
  remove: ['#CommentsWrapper', '[data-sp-feature-tag="Comments"]', '[data-automation-id="sp-socialbar"]'],
  remnants: ['SharePoint'],
});

export const sharepointClassic = profile({
  id: 'sharepoint-classic',
  name: 'SharePoint (classic)',
  signs: ['#DeltaPlaceHolderMain', '#s4-workspace'],
  kind: 'intranet',
  // An item's page shows "list - item" there; the item alone stands in its form.
  title: ['#SPFieldTitle', '#DeltaPlaceHolderPageTitleInTitleArea'],
  byline: ['#onetidinfoblock1 a', '.by-line', '.ms-wikipage-footer a', '#wikiPageFooter a'],
  siteName: ['.ms-siteicon-a@title', '.ms-siteicon-img@alt', '#siteTitle', '.ms-siteactions-sitetitle'],
  published: ['#onetidinfoblock1', '.date-line'],
  modified: ['#onetidinfoblock2', '.ms-wikipage-footer', '#wikiPageFooter'],
  text: ['#DeltaPlaceHolderMain .ms-formbody', '#DeltaPlaceHolderMain .ms-rtestate-field', '#DeltaPlaceHolderMain'],
  remove: ['.ms-rte-wpbox', '.ms-webpart-chrome-title', '.ms-hide', '.ms-hidden', '[id$="_label"]'],
  remnants: ['SharePoint'],
});
