/** An address taken apart, with the spellings of each part made one. */

/** A path segment keeps its percent-encoding, parameters are decoded; `fragment` is without `#` and text directives. */
export type PlainAddress = {
  /** With the port where it is not the usual one. */
  host: string;
  path: string[];
  params: [name: string, value: string][];
  fragment: string;
};

/** Null if it is no web address. User, password, `www.`, session ids in the path and empty segments are gone. */
export function takeApart(address: string): PlainAddress | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  return {
    host: url.host
      .replace(/^www\./, '')
      .replace(/:(80|443)$/, '')
      .replace(/\.(?=:|$)/, ''),
    path: pathSegments(url.pathname),
    params: [...url.searchParams].filter(([name, value]) => name !== '' || value !== ''),
    fragment: url.hash.slice(1).replace(/:~:.*$/s, ''),
  };
}

export function putTogether({ host, path, params, fragment }: PlainAddress): string {
  const sorted = [...params].sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  const query = sorted.length === 0 ? '' : `?${new URLSearchParams(sorted)}`;
  return `${[host, ...path].join('/')}${query}${fragment === '' ? '' : `#${fragment}`}`;
}

/** The session that ASP.NET and servlets put in the path of every page. */
const SESSION_SEGMENT = /^\((?:[a-z]\([a-z0-9]*\))+\)$/i;

export const pathSegments = (path: string): string[] =>
  path
    .replace(/;jsessionid=[^/;?#]*/gi, '')
    .split('/')
    .map(oneSpelling)
    .filter((segment) => segment !== '' && !SESSION_SEGMENT.test(segment));

/** Signs that mean the same with and without percent-encoding; an encoded slash, question mark or plus does not. */
const PLAIN: Record<string, string> = {
  '%3A': ':',
  '%40': '@',
  '%2C': ',',
  '%24': '$',
  '%3B': ';',
  '%3D': '=',
  '%26': '&',
};

/** A path segment, or a decoded value that is to become one, in the one way to encode it. */
function oneSpelling(segment: string): string {
  return segment
    .split('+')
    .map((part) => encodePlainly(decode(part)))
    .join('+');
}
export const encodePlainly = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/%[0-9A-F]{2}/g, (code) => PLAIN[code] ?? code);

/** What is badly encoded stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
