/** The key of a pair of topics that an editor said are not the same, whichever of the two was looked at. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}.${b}` : `${b}.${a}`);

/** The two topics of a key. */
export function pairOf(key: string): { topicId: string; otherId: string } {
  const [topicId = '', otherId = ''] = key.split('.');
  return { topicId, otherId };
}
