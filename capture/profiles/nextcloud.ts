/** Nextcloud: the Collectives wiki, a text file, a folder, a public share. Names from its own sources. */
import { profile } from './profile.ts';

const SIGNS = ['head[data-requesttoken]'];
const PRODUCT = { kind: 'intranet', remnants: ['Nextcloud'] } as const;

export const nextcloudCollectives = profile({
  ...PRODUCT,
  id: 'nextcloud-collectives',
  name: 'Nextcloud Collectives',
  signs: ['.collectives-text-container', '[data-collectives-el]'],
  title: ['.page-title input.title@value', '.page-title'],
  byline: ['page-info-bar .user-bubble__name', '.infobar .user-bubble__name'],
  siteName: ['.collective-selector'],
  modified: ['.infobar .timestamp@title', '.infobar .timestamp'],
  text: ['[data-collectives-el="reader"] .text-editor__content', '.text-editor__content'],
  remnants: ['Nextcloud'],
});

export const nextcloud = profile({
  ...PRODUCT,
  id: 'nextcloud',
  name: 'Nextcloud',
  signs: SIGNS,
  title: ['.modal-header__name', '#filename@value', '.breadcrumb__crumbs li:last-child', 'title'],
  byline: ['none'],
  published: ['none'],
  modified: ['none'],
  siteName: ['#nextcloud@aria-label', 'meta[name="apple-mobile-web-app-title"]@content'],
  // A folder says what its own text file says, and the names of what is in it.
  text: [
    '#viewer .text-editor__content',
    '.files-list .text-editor__content, .files-list__row-name-text',
    '.text-editor__content',
    '#preview',
  ],
  remnants: ['Nextcloud'],
});
