import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../server/config.ts';
import { inImage, inUnit } from '../../bench/queue/delivered.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
  sources.split(' '),
);

/** Builds from what the image copies and nothing else, and leaves the build alone in a folder. */
function buildAsImage(): string {
  const [sources, folder] = [
    mkdtempSync(join(tmpdir(), 'clipdesk-image-')),
    mkdtempSync(join(tmpdir(), 'clipdesk-app-')),
  ];
  onTestFinished(() => {
    for (const made of [sources, folder]) rmSync(made, { recursive: true, force: true });
  });
  for (const source of copied) cpSync(source, join(sources, source), { recursive: true });
  symlinkSync(resolve('node_modules'), join(sources, 'node_modules'));
  execFileSync(process.execPath, ['deploy/build-queue.ts'], { cwd: sources, stdio: ['ignore', 'ignore', 'inherit'] });
  cpSync(join(sources, 'dist/queue'), folder, { recursive: true });
  return folder;
}

test('what the image copies suffices to build, and the build alone to serve', async () => {
  const folder = buildAsImage();
  const env = { CLIPDESK_PORT: '0', CLIPDESK_DATABASE: join(folder, 'queue.sqlite') };
  const program = join(folder, 'server/cli.mjs');
  const strategy = join(folder, 'strategy.yaml');
  for (const args of [
    ['start', 'hospital', strategy],
    ['apply', strategy],
  ])
    execFileSync(process.execPath, [program, 'strategy', ...args], { cwd: folder, env });
  const child = spawn(process.execPath, [program, 'serve'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const url = await new Promise<string>((found, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /"url":"([^"]+)"/.exec(output)?.[1];
      if (address !== undefined) found(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  const said = async (path: string) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    return response.text();
  };
  await said('/readyz');
  expect(await said('/')).toContain('<html');
  expect(await said('/join.js')).toBe(readFileSync('server/pages/join.js', 'utf8'));
  expect(await said('/page.css')).toBe(readFileSync('server/pages/page.css', 'utf8'));
  // Loaded when it is asked for.
  expect(JSON.parse(await said('/openapi.json'))).toMatchObject({ openapi: '3.1.0' });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
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

test('image and unit start Node alike, with flags that it takes, and the image keeps the code compiled for them', () => {
  const { compiledWith, ...image } = inImage();
  expect(image).toEqual(inUnit());
  expect(image.flags).not.toEqual([]);
  // Compiled code is kept for each set of flags by itself.
  expect(compiledWith).toEqual(image.flags);
  const env = { ...process.env, ...image.settings };
  expect(execFileSync(process.execPath, [...image.flags, '--version'], { env, encoding: 'utf8' })).toMatch(/^v2/);
});
