import type { World } from './world.ts';

export type Fault = {
  /** As the figures name it. */
  name: string;
  /** Left out: every engine has it. */
  engine?: 'sqlite' | 'postgres';
  /** Lets it happen to somebody whom chance picks, and counts it by `world.met` if it really did. */
  strike(world: World): Promise<void>;
};
