/** Counts failures by address, so that nobody tries codes all day. In memory: a restart forgives. */

export type Attempts = {
  /** Seconds until this address may try again; 0: now. */
  waitSeconds(address: string, now: number): number;
  failed(address: string, now: number): void;
};

type AttemptLimits = {
  /** Failures in one window. */
  allowed: number;
  windowMs: number;
  /** How many are remembered; the one whose window began first makes room. */
  addresses: number;
};

/**
 * A window of fixed length begins with the first failure. Successes are free: a whole company joins
 * through one address.
 */
export function createAttempts({ allowed, windowMs, addresses }: AttemptLimits): Attempts {
  // In the order in which windows began.
  const windows = new Map<string, { failures: number; endsAt: number }>();
  const current = (address: string, now: number) => {
    const window = windows.get(address);
    return window !== undefined && window.endsAt > now ? window : null;
  };
  return {
    waitSeconds(address, now) {
      const window = current(address, now);
      return window !== null && window.failures >= allowed ? Math.ceil((window.endsAt - now) / 1000) : 0;
    },
    failed(address, now) {
      const window = current(address, now);
      if (window !== null) window.failures += 1;
      else {
        windows.delete(address); // Setting a key that is there would leave it at its old place.
        const [oldest] = windows.keys();
        // Whoever sends from thousands of addresses must not fill the memory either.
        if (oldest !== undefined && windows.size >= addresses) windows.delete(oldest);
        windows.set(address, { failures: 1, endsAt: now + windowMs });
      }
    },
  };
}
