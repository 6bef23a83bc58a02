import { connect, type Socket } from 'node:net';

/** A connection to Firefox's own remote control, which also reaches the browser's windows and toolbars. */
export type Marionette = {
  /** Sends a command, for example `WebDriver:Navigate`. @throws MarionetteError */
  command: (name: string, parameters?: object) => Promise<unknown>;
  close: () => void;
};

/** Firefox refused a command. `kind` is its error code, for example "no such element". */
class MarionetteError extends Error {
  readonly kind: string;
  constructor(command: string, answer: { error: string; message: string }) {
    super(`${command}: ${answer.message}`);
    this.kind = answer.error;
  }
}

type Waiting = { command: string; resolve: (value: unknown) => void; reject: (error: Error) => void };

/** Connects to the port that Firefox wrote to its profile. Frames are `length:json` in both directions. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const waiting = new Map<number, Waiting>();
  const socket = await open(port);
  let lastId = 0;
  onFrames(socket, (frame) => {
    // The greeting is an object; an answer is [1, id, error, value].
    if (!Array.isArray(frame)) return;
    const [, id, error, value] = frame;
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === null) waiter?.resolve(value);
    else waiter?.reject(new MarionetteError(waiter.command, error));
  });
  socket.on('close', () => {
    for (const { command, reject } of waiting.values()) reject(new Error(`Firefox ended during ${command}`));
    waiting.clear();
  });
  return {
    command: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { command, resolve, reject });
        const text = JSON.stringify([0, lastId, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    close: () => socket.destroy(),
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

function onFrames(socket: Socket, use: (frame: unknown) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const end = colon + 1 + Number(buffer.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || buffer.length < end) return;
      use(JSON.parse(`${buffer.subarray(colon + 1, end)}`));
      buffer = buffer.subarray(end);
    }
  });
}
