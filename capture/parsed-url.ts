/** A page's few addresses are asked for their parts again and again, and each time is a call out of the script. */
const known = new Map<string, URL | null>();
const MAX_KNOWN = 200;

/** An address in its parts, which are for reading only; null for what is none. */
export function parsedUrl(address: string, base?: string): Readonly<URL> | null {
  // An error is dear, and this is the one that pages cause most.
  if (address === '' && base === undefined) return null;
  const name = base === undefined ? address : `${address} ${base}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  let url: URL | null = null;
  try {
    url = new URL(address, base);
  } catch {
    // Pages write anything where an address belongs.
  }
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, url);
  return url;
}
