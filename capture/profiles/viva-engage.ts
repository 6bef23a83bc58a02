/**
 * Threads of Viva Engage and of Yammer before it. Yammer's classes are those that public add-ins use; no
 * public source shows a whole thread of today's Engage, so its profile leans on ARIA roles and on the
 * classes of its published component library.
 */
import { profile } from './profile.ts';

export const yammer = profile({
  id: 'yammer',
  name: 'Yammer',
  signs: ['.yj-thread-list-item', '.yj-message-list-item'],
  kind: 'intranet',
  title: ['.yj-thread-starter .yj-message h3', '.yj-thread-starter .yj-message p'],
  byline: ['.yj-thread-starter .yj-byline'],
  siteName: ['.yj-group-callout--name'],
  published: ['.yj-thread-starter .yj-message-time'],
  text: ['.yj-thread-starter .yj-message'],
  remnants: ['Yammer'],
});

export const vivaEngage = profile({
  id: 'viva-engage',
  name: 'Viva Engage',
  hosts: ['engage.cloud.microsoft', 'web.yammer.com'],
  signs: ['[role="main"] [role="article"] .y-media-object'],
  kind: 'intranet',
  title: ['[role="main"] [role="article"] .y-heading', '[role="main"] [role="article"] > .y-block p'],
  byline: ['[role="main"] .y-box > [role="article"] .y-media-object--title'],
  siteName: ['[role="main"] a[href*="/groups/"]'],
  published: ['[role="main"] [role="article"] .y-media-object--extra'],
  text: ['[role="main"] .y-box > [role="article"] > .y-block', '[role="main"] [role="article"]'],
  remove: ['.y-clickable'],
  remnants: ['Viva Engage'],
});
