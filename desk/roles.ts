import type { Role } from '../protocol/person.ts';

const DECIDING: readonly Role[] = ['editor', 'duty', 'lead'];

/** Who works at the desk: sees every topic and decides. */
export const mayDecide = (roles: readonly Role[]): boolean => roles.some((role) => DECIDING.includes(role));

/** Who keeps the strategy: departments, goals, audiences, channels. People and their roles are the admins' alone (SG1). */
export const keepsStrategy = (roles: readonly Role[]): boolean => roles.includes('lead') || roles.includes('admin');

/** Which part of the queue a person's device holds (VI2). A change of it answers `reset` (PL2). */
export const viewOf = (roles: readonly Role[]): 'lead' | 'desk' | 'own' =>
  // A lead sees what people have of time, too [TB2].
  roles.includes('lead') ? 'lead' : mayDecide(roles) ? 'desk' : 'own';
