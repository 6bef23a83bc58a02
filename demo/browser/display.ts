import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ensureDisplayTools, type Say } from './install.ts';

const run = promisify(execFile);

/** A screen in memory with a window manager, keyboard and mouse. */
export type Display = {
  /** What DISPLAY must be for a browser on it, for example ":99". */
  name: string;
  /** Presses keys in the window in front, in xdotool's words: `press('alt+shift+s')`. */
  press: (...keys: string[]) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Clicks at a place of the screen in pixels. */
  click: (x: number, y: number, button?: 'left' | 'right') => Promise<void>;
  stop: () => Promise<void>;
};

const BUTTONS = { left: '1', right: '3' } as const;

/** Real shortcuts and context menus need a headed browser; this is the screen for it. @throws MissingProgramError */
export async function startDisplay(say: Say = () => {}): Promise<Display> {
  const tools = await ensureDisplayTools(say);
  // Xvfb picks a free number itself and writes it to this descriptor once it accepts clients.
  const server = spawn(tools.Xvfb, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(server.stdio[3] as Readable)}`;
  const env = { ...process.env, DISPLAY: name };
  // Without a window manager no window has the focus and keys go nowhere.
  const windows = spawn(tools.openbox, [], { stdio: 'ignore', env });
  const xdotool = async (...args: string[]): Promise<void> => {
    await run(tools.xdotool, args, { env });
  };
  return {
    name,
    press: (...keys) => xdotool('key', '--clearmodifiers', ...keys),
    type: (text) => xdotool('type', text),
    click: (x, y, button = 'left') => xdotool('mousemove', `${x}`, `${y}`, 'click', BUTTONS[button]),
    stop: async () => {
      await end(windows);
      await end(server);
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += `${chunk}`;
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  throw new Error('Xvfb ended before it named its display');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([exited, sleep(3_000).then(() => child.kill('SIGKILL'))]);
}
