/** The pattern by which a browser gives the site of an address; it knows no ports. */
export function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
