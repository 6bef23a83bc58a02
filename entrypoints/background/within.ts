/** What work answers; `otherwise` if it fails or takes longer. A database on a full disk may neither open nor fail. */
export async function within<T>(milliseconds: number, work: Promise<T>, otherwise: T): Promise<T> {
  const tooLate = new Promise<T>((resolve) => setTimeout(resolve, milliseconds, otherwise));
  return Promise.race([work.catch(() => otherwise), tooLate]);
}
