/** What stands behind `#`: mostly a place in the page, sometimes the page itself. */

/** Whether a parameter tells only which way a reader came. */
export type SpeaksOfWay = (name: string, value: string) => boolean;

/** Places in a document, ways to show it, and where the reader came from. */
const PLACES = new Set(
  `page t time start end xtor ref zoom view nameddest search toolbar navpanes scrollbar pagemode heading slide
   xywh line lines msg post comment at_medium at_campaign`.split(/\s+/),
);

/**
 * The part of a fragment that names a page: routes (`/…`, `!…`, anything with a slash) without their
 * tracking, and states (`k=…`) that are no place in the page. Empty for an anchor.
 */
export function meaningfulFragment(fragment: string, speaksOfWay: SpeaksOfWay): string {
  if (/^[!/]/.test(fragment)) return route(fragment, speaksOfWay);
  if (fragment.includes('/')) return fragment;
  if (!/^[\w.-]+=/.test(fragment)) return '';
  const kept = [...new URLSearchParams(fragment)].filter(
    ([name, value]) => !PLACES.has(name.toLowerCase()) && !speaksOfWay(name, value),
  );
  return kept.length === 0 ? '' : new URLSearchParams(kept).toString();
}

function route(fragment: string, speaksOfWay: SpeaksOfWay): string {
  const at = fragment.indexOf('?');
  const path = withoutSlashes(at === -1 ? fragment : fragment.slice(0, at));
  const kept = at === -1 ? [] : [...new URLSearchParams(fragment.slice(at))].filter(([n, v]) => !speaksOfWay(n, v));
  if (kept.length > 0) return `${path}?${new URLSearchParams(kept)}`;
  return /^[!/]*$/.test(path) ? '' : path;
}

/** By hand: a regular expression for the end of a text tries it from every slash. */
function withoutSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}
