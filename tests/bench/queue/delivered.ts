/** How Node is started where the queue is delivered: what the unit and the image say, read from them. */
import { readFileSync } from 'node:fs';

export type Delivered = { settings: { NODE_OPTIONS: string; MALLOC_ARENA_MAX: string }; flags: string[] };

const settingsIn = (text: string): Delivered['settings'] => {
  const setting = (name: string) => new RegExp(`${name}=(\\S+)`).exec(text)?.[1] ?? '';
  return { NODE_OPTIONS: setting('NODE_OPTIONS'), MALLOC_ARENA_MAX: setting('MALLOC_ARENA_MAX') };
};
const flagsIn = (command: string): string[] => command.match(/--[^\s",]+/g) ?? [];

export function inUnit(): Delivered {
  const unit = readFileSync('deploy/clipdesk-queue.service', 'utf8');
  return { settings: settingsIn(unit), flags: flagsIn(/^ExecStart=(.*)$/m.exec(unit)?.[1] ?? '') };
}

/** @returns `compiledWith`: the flags of the start whose compiled code the image holds */
export function inImage(): Delivered & { compiledWith: string[] } {
  const image = readFileSync('Dockerfile', 'utf8');
  const compiling = /^RUN node (.*)server\/cli\.mjs/m.exec(image)?.[1] ?? '';
  return {
    settings: settingsIn(image),
    flags: flagsIn(/^ENTRYPOINT (.*)$/m.exec(image)?.[1] ?? ''),
    compiledWith: flagsIn(compiling),
  };
}
