/** What was made once and may be wanted again, as long as it is among the most recently used. */
export function createRecentlyUsed<T>(most: number, make: (key: string) => T): (key: string) => T {
  // A map keeps the order in which keys were put in: the first is the one that was not wanted longest.
  const held = new Map<string, T>();
  return (key) => {
    const made = held.has(key) ? (held.get(key) as T) : make(key);
    held.delete(key);
    held.set(key, made);
    const [oldest] = held.keys();
    if (held.size > most && oldest !== undefined) held.delete(oldest);
    return made;
  };
}
