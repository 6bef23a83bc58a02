/**
 * `npm start`: Clipdesk to try. With a display it opens two browsers, an employee's and an editor's, that
 * remember everything until the next start. Without one it plays the round trip by itself. Either way
 * queue and intranet keep serving until Ctrl-C.
 */
import { once } from 'node:events';
import path from 'node:path';
import { openInbox } from './acts.ts';
import { openPage } from './browser/chromium.ts';
import { buildExtension } from './build.ts';
import { hasJoined, join } from './joining.ts';
import { EDITOR, EMPLOYEE } from './queue.ts';
import { roundTrip } from './round-trip.ts';
import { type Stage, setStage, USUAL_PORTS } from './stage.ts';

const ROOT = path.join(import.meta.dirname, '..');

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The language that the person's system speaks, as far as Clipdesk speaks it too. */
const language = (): 'de' | 'en' => (Intl.DateTimeFormat().resolvedOptions().locale.startsWith('de') ? 'de' : 'en');

async function openBrowsers(): Promise<Stage> {
  const folder = path.join(ROOT, '.clipdesk/start');
  const extensionDir = path.join(folder, 'extension');
  console.log('Building the extension …');
  await buildExtension('chrome', extensionDir);
  console.log('Opening two browsers: an employee and an editor …');
  const stage = await setStage({
    extensionDir,
    folder,
    ports: USUAL_PORTS,
    headless: false,
    language: language(),
    scheme: 'light',
    scale: 1,
    say: console.log,
  });
  const { queue, intranet, employee, editor } = stage;
  for (const [browser, person] of [
    [employee, EMPLOYEE],
    [editor, EDITOR],
  ] as const) {
    if (!(await hasJoined(browser))) await (await join(browser, await queue.invite(person))).close();
  }
  await openInbox(editor);
  await openPage(employee, intranet.url);
  return stage;
}

async function playByItself(): Promise<Stage> {
  console.log('There is no display, so the round trip plays by itself:');
  const { stage, artifacts } = await roundTrip({
    ports: USUAL_PORTS,
    language: language(),
    scheme: 'light',
    scale: 1,
    say: console.log,
  });
  console.log(`Screenshots: ${path.relative(process.cwd(), artifacts)}`);
  return stage;
}

function explain({ queue, intranet }: Stage): void {
  console.log(`
Intranet    ${intranet.url}
Newspaper   ${intranet.newspaperUrl}
Queue       ${queue.url}
Employee    Svenja Harms, People and apprenticeships
Editor      Jan Claasen, Communications

On any page click the Clipdesk button, then press Enter. Ctrl-C ends it all.`);
}

function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const { queue, intranet, newspaper } = USUAL_PORTS;
    return `The ports ${queue}, ${intranet} and ${newspaper} must be free. Is Clipdesk running in another window? (${error.message})`;
  }
  return error.message;
}

const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
try {
  const stage = await Promise.race([hasDisplay() ? openBrowsers() : playByItself(), stopped.then(() => null)]);
  // In the middle of starting; the browsers that run already end with this process.
  if (stage === null) process.exit(130);
  explain(stage);
  await stopped;
  console.log('Stopping …');
  await stage.stop();
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 1;
}
