/** A browser that keeps in mind what it was told. Stands in for `wxt/browser`. */
import { vi } from 'vitest';
import { addressKey } from '../../../desk/address.ts';

export const browser = {
  action: {
    setBadgeText: vi.fn(async (_to: { text: string }) => {}),
    setBadgeBackgroundColor: vi.fn(async () => {}),
    setTitle: vi.fn(async (_to: { title: string }) => {}),
    openPopup: vi.fn(async () => {}),
  },
  runtime: {
    id: 'clipdesk',
    getURL: (path: string) => `chrome-extension://clipdesk${path}`,
    onMessage: events(),
    sendMessage: vi.fn(answerLikeBackground),
    onConnect: connections(),
    connect: vi.fn(connect),
  },
  scripting: {
    /** A file is put into a page, or a function of one that is there already is called. */
    executeScript: vi.fn(async (_into: { files?: string[]; args?: unknown[] }): Promise<unknown[]> => []),
    insertCSS: vi.fn(async () => {}),
    removeCSS: vi.fn(async () => {}),
  },
  permissions: {
    request: vi.fn(async (_for: { origins: string[] }) => true),
    contains: vi.fn(async (_of: { origins: string[] }) => false),
  },
  tabs: {
    create: vi.fn(async () => {}),
    get: vi.fn(async (_id: number): Promise<unknown> => ({})),
  },
};

/** To what pages ask; all other messages only tell something. */
async function answerLikeBackground(message: unknown): Promise<unknown> {
  const { clipdesk, request } = message as {
    clipdesk?: string;
    request?: { address: string; canonicalAddress: string | null };
  };
  if (clipdesk !== 'pageKey' || request === undefined) return {};
  return { ok: true, value: { key: await addressKey(request.address, request.canonicalAddress) } };
}

type PortListener = (port: FakePort) => void;
type FakePort = ReturnType<typeof newPort>;

/** A line of which both ends are in this process. */
function newPort(name: string) {
  const told = new Set<() => void>();
  const gone = new Set<() => void>();
  return {
    name,
    sender: { url: 'chrome-extension://clipdesk/popup.html' },
    onMessage: { addListener: (listener: () => void) => void told.add(listener) },
    onDisconnect: { addListener: (listener: () => void) => void gone.add(listener) },
    postMessage() {
      for (const listener of told) listener();
    },
    /** Also what a browser does when one end is gone. */
    disconnect() {
      for (const listener of gone) listener();
    },
  };
}

const connected = new Set<PortListener>();
function connections() {
  return { addListener: (listener: PortListener) => void connected.add(listener) };
}
function connect({ name }: { name: string }): FakePort {
  const port = newPort(name);
  for (const listener of connected) listener(port);
  return port;
}

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined;

function events() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    /** What the first listener answers that takes it for its own. */
    fire: (message: unknown, sender: unknown) =>
      [...listeners].map((listener) => listener(message, sender)).find((answer) => answer !== undefined),
  };
}

/** The toolbar button's badge as it was set last; null while nobody touched it. */
export const badge = (): string | null => browser.action.setBadgeText.mock.lastCall?.[0].text ?? null;
export const buttonTitle = (): string => browser.action.setTitle.mock.lastCall?.[0].title ?? '';
