import { LIMITS } from '../protocol/limits.ts';
import type { Evidence } from './evidence.ts';

/** `href` resolved as the page would, if it is an http or https address that a clip can hold; else null. */
export function webAddress(href: string, { page, meta }: Evidence): string | null {
  if (href.trim() === '') return null;
  const base = URL.canParse(meta.base, page.address) ? new URL(meta.base, page.address).href : page.address;
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  const isWeb = (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
  return isWeb && url.href.length <= LIMITS.address ? url.href : null;
}
