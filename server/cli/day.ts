/** A moment as the command line shows it: its day in UTC. */
export const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
