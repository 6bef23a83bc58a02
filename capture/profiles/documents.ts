/**
 * Documents in the browser: what stands around them is the program's, and their own text is drawn, not
 * written, or lies in a frame of another origin. Title, kind and address are what can be had of them.
 * The site of a document in SharePoint stands in a script only.
 */
import { profile } from './profile.ts';

export const googleDocs = profile({
  id: 'google-docs',
  name: 'Google Docs',
  hosts: ['docs.google.com'],
  kind: 'document',
  byline: ['none'],
  published: ['none'],
  modified: ['none'],
  text: ['none'],
  title: ['#docs-title-input-label-inner', '.docs-title-input@value', 'meta[property="og:title"]@content', 'title'],
  siteName: ['meta[property="og:site_name"]@content'],
  remnants: ['Google Docs', 'Google Sheets', 'Google Slides', 'Google Tabellen', 'Google Präsentationen'],
});

export const officeWeb = profile({
  id: 'office-web',
  name: 'Office for the web',
  signs: ['iframe[id^="WacFrame_"]', '#WebApplicationFrame', 'form[target^="WacFrame_"]'],
  kind: 'document',
  byline: ['none'],
  published: ['none'],
  modified: ['none'],
  // Where the frame is of the same origin its text can be read; what stands around it is never the document's.
  text: ['iframe[id^="WacFrame_"]', '#WebApplicationFrame', 'form[target^="WacFrame_"]'],
  title: ['title'],
  siteName: ['#topBar a'],
  remnants: [
    'Microsoft Word Online',
    'Microsoft Excel Online',
    'Microsoft PowerPoint Online',
    'Word',
    'Excel',
    'PowerPoint',
    'SharePoint',
  ],
});
