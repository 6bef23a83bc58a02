/** `wiki.example.com` is one host, `*.example.com` every host below it and itself. */
export const isHost = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) || host === pattern.slice(2) : host === pattern;

/** True if the host of this address is among the patterns, or there are none: then every host is. */
export const isOnHosts = (address: string, patterns: readonly string[]): boolean =>
  patterns.length === 0 ||
  (URL.canParse(address) && patterns.some((pattern) => isHost(new URL(address).hostname, pattern)));
