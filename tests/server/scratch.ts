/** Where tests keep the databases of processes that they start. */
import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';
/** As much as a whole run may need. Containers often have less. */
const ENOUGH_BYTES = 4e9;

/**
 * In memory where there is room for it, else where temporary files are. Tests end processes and never the operating
 * system, and whatever a process has written outlives it in memory as it does on a disk; most of a test that commits
 * was waiting for the disk. Whoever measures takes a disk.
 */
export function scratchFolder(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
