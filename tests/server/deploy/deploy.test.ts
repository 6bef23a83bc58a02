import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../server/config.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));

/** The packages that `npm ci --omit=dev` installs: those of the lock that are not only for development. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>;
  };
  return (
    Object.entries(packages)
      .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
      .map(([path]) => path)
      // Brings a Node of its own by a script; an image has one.
      .filter((path) => path !== 'node_modules/node')
  );
}

test('what the image copies, with production dependencies, suffices to serve', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clipdesk-image-'));
  for (const source of copied) cpSync(source, join(folder, source), { recursive: true });
  for (const path of productionPackages()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(path, join(folder, path), { recursive: true });
  }
  const child = spawn(process.execPath, ['server/cli.ts', 'serve'], {
    cwd: folder,
    env: { CLIPDESK_PORT: '0', CLIPDESK_DATABASE: join(folder, 'queue.sqlite') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /"url":"([^"]+)"/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${url}/`)).text()).toContain('<html');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('nothing is copied that the build context leaves out, nobody is root, and the health of the database is asked for', () => {
  const allowed = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(copied.filter((source) => !allowed.includes(`!${source}`))).toEqual([]);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/HEALTHCHECK[\s\S]*\/readyz/);
});

test('image, compose file and unit name only settings that exist', () => {
  const inImage = Object.fromEntries(
    [...dockerfile.matchAll(/(CLIPDESK_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'));
  const unit = readFileSync('deploy/clipdesk-queue.service', 'utf8');
  const inUnit = Object.fromEntries(
    [...unit.matchAll(/^Environment=(CLIPDESK_\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
  );
  // Whatever else the unit set would go before what the file of the machine says.
  expect(inUnit).toEqual({ CLIPDESK_CONFIG: '/etc/clipdesk/queue.env' });
  expect(readConfig({ ...inImage, ...compose.services.queue.environment })).toMatchObject({
    host: '0.0.0.0',
    erasures: '/data/erasures',
    proxies: 1,
  });
  expect(readConfig({ CLIPDESK_CONFIG: 'deploy/queue.env' })).toMatchObject({
    database: '/var/lib/clipdesk/queue.sqlite',
    erasures: '/var/lib/clipdesk/erasures',
  });
});
