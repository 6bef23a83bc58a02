/** Every fault that the harness knows. */
import type { Engine } from './engine.ts';
import type { Fault } from './fault.ts';
import { clientKilled } from './faults/client-killed.ts';
import { databaseEnded } from './faults/database-ended.ts';
import { diskFull } from './faults/disk-full.ts';
import { forked } from './faults/forked.ts';
import { networkFaults } from './faults/network.ts';
import { overtaken } from './faults/overtaken.ts';
import { queueKilled } from './faults/queue-killed.ts';
import { queueRestarted } from './faults/queue-restarted.ts';
import { queueRestored } from './faults/queue-restored.ts';
import { serverOfTwoKilled } from './faults/server-of-two-killed.ts';
import { tokenEnded } from './faults/token-ended.ts';
import { wrongClock } from './faults/wrong-clock.ts';

const FAULTS: Fault[] = [
  ...networkFaults,
  overtaken,
  ...queueKilled,
  queueRestarted,
  ...clientKilled,
  ...diskFull,
  ...wrongClock,
  tokenEnded,
  forked,
  queueRestored,
  serverOfTwoKilled,
  ...databaseEnded,
];

export const faultsOf = (name: Engine['name']): Fault[] =>
  FAULTS.filter(({ engine }) => engine === undefined || engine === name);
