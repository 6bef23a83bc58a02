import { LIMITS } from '../protocol/limits.ts';
import type { Page } from './page.ts';

/** `href` resolved as the page would, if it is an http or https address that a clip can hold; else null. */
export function webAddress(href: string, page: Page): string | null {
  if (href.trim() === '') return null;
  const stated = page.nodes.find(({ tag, attributes }) => tag === 'base' && attributes.href !== undefined)?.attributes.href;
  const base = stated !== undefined && URL.canParse(stated, page.address) ? new URL(stated, page.address).href : page.address;
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  const isWeb = (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
  return isWeb && url.href.length <= LIMITS.address ? url.href : null;
}
