/** A disk that can be filled to its last byte, for a browser's profile. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type SmallDisk = { folder: string; fill(): void; makeRoom(): Promise<void>; remove(): void };

/** Null where this process may not mount one: only an administrator may. */
export function mountSmallDisk(): SmallDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-disk-'));
  const quietly = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' });
  try {
    quietly('mount', '-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', folder);
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const filler = path.join(folder, 'filler');
  const write = (size: string) => `dd if=/dev/zero bs=${size} of='${filler}' oflag=append conv=notrunc status=none`;
  let keeping: ChildProcess | null = null;
  return {
    folder,
    fill() {
      // Large pieces first, then what is left byte by byte; each ends in the error that is wanted.
      for (const size of ['1M', '4k', '1']) quietly('sh', '-c', `${write(size)} || true`);
      // A browser deletes files, too: it stays full.
      keeping = spawn('sh', ['-c', `while sleep 0.02; do ${write('4k')}; ${write('1')}; done`], { stdio: 'ignore' });
    },
    async makeRoom() {
      if (keeping !== null) {
        keeping.kill();
        await once(keeping, 'exit');
      }
      rmSync(filler);
    },
    remove() {
      keeping?.kill();
      quietly('umount', '--lazy', folder);
      rmSync(folder, { recursive: true });
    },
  };
}
