/**
 * The address that opens a page at its quote. The directive comes from a page, so it is only ever put
 * behind the `#` of an address that was checked, by `URL`; browsers take it off before the page sees it.
 * @param place a clip's `quotePlace`
 */
export function addressAtQuote(address: string, place: string | null): string {
  if (place === null || !place.startsWith('text=') || !URL.canParse(address)) return address;
  const url = new URL(address);
  const fragment = url.hash.slice(1).replace(/:~:.*$/s, '');
  url.hash = `${fragment}:~:${place}`;
  return url.href;
}
