const PRIVATE = new Set('intranet intern intra corp internal local localhost lan home private'.split(' '));

/** Hosts that only a company's own network knows: single labels, private suffixes and RFC 1918 addresses. */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return /^\[(?:::1|f[cd]|fe[89ab])/.test(name);
  if (name.charCodeAt(0) < 0x3a && /^\d+\.\d+\.\d+\.\d+$/.test(name)) {
    return /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/.test(name);
  }
  if (!name.includes('.')) return true;
  return name.split('.').some((label) => PRIVATE.has(label)) || name.endsWith('.sharepoint.com');
}
