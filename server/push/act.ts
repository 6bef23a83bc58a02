import type { Person } from '../../protocol/person.ts';

/** Who acts, through which mutation, and when on both clocks. */
export type Act = { person: Person; mutationId: string; madeAt: number; now: number };
