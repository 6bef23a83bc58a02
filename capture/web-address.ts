import { LIMITS } from '../protocol/limits.ts';
import type { Evidence } from './evidence.ts';
import { parsedUrl } from './parsed-url.ts';

/** `href` resolved as the page would, if it is an http or https address that a clip can hold; else null. */
export function webAddress(href: string, { page, meta }: Evidence): string | null {
  if (href.trim() === '') return null;
  const base = meta.base === '' ? page.address : (parsedUrl(meta.base, page.address)?.href ?? page.address);
  const url = parsedUrl(href, base);
  if (url === null) return null;
  const isWeb = (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
  return isWeb && url.href.length <= LIMITS.address ? url.href : null;
}
