/** Rules for company information, as an employee meets them: refused, read once, left out; and a client that ignores them. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFilledPopup, suggest } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { clickToolbar } from '../../demo/browser/toolbar.ts';
import { POPUP } from '../../demo/screens.ts';
import type { Clip } from '../../protocol/clip.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { clip } from '../desk/samples.ts';
import { pushClips } from './colleague.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';

const TEXT =
  '<p>Die neue Linie im Werk Nord läuft seit März und spart ein Fünftel der Energie, sagt die Leitung.</p>'.repeat(4);
const page = (title: string, more = '') =>
  `<!doctype html><html lang="de"><title>${title}</title><h1>${title}</h1><main>${TEXT}</main>${more}</html>`;
const PAGES: Record<string, string> = {
  '/geheim': page('Werk Nord', '<footer style="display:none">Streng <b>ver</b>trau&shy;lich</footer>'),
  '/projekt': page('Projekt bei einem Kunden'),
  '/projekt/zwei': page('Noch ein Projekt'),
  '/vertraulich': page('Zahlen des Werks', '<p class="watermark">V E R T R A U L I C H</p>'),
};
const RULES = `rules:
  kundenprojekte:
    title: { de: Projekte bei Kunden, en: Projects at customers }
    text: { de: Namen von Kunden bleiben draußen, en: Names of customers stay out }
    hosts: [127.0.0.1]
    paths: [/projekt, '/projekt/**']
    level: internal
    effects: [clearance]
    acknowledge: true
`;

describe('rules for company information', () => {
  let server: Server;
  let site: string;
  let workplace: Workplace;
  let chromium: Chromium;

  beforeAll(async () => {
    server = createServer((request, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGES[request.url ?? ''] ?? page('Start')),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    workplace = await openWorkplace();
    const store = await openSqliteStore(workplace.database, Date.now());
    const example = await readFile('server/strategy.example.yaml', 'utf8');
    await applyStrategy(store, readStrategy(example.slice(0, example.indexOf('\nrules:') + 1) + RULES));
    await store.close();
    chromium = await launchJoined(workplace);
  });
  afterAll(async () => {
    await chromium.close();
    await workplace.stop();
    server.close();
    server.closeAllConnections();
  });

  const clips = async (): Promise<Clip[]> => {
    const store = await openSqliteStore(workplace.database, Date.now());
    const rows = await store.read((sql) =>
      sql.all<{ body: string }>('SELECT body FROM clip WHERE body IS NOT NULL ORDER BY received_at'),
    );
    await store.close();
    return rows.map(({ body }) => JSON.parse(body));
  };
  const clipOf = async (path: string) => (await clips()).find(({ address }) => address === `${site}${path}`);
  const textOf = (popup: Awaited<ReturnType<typeof openFilledPopup>>) =>
    popup.$eval('body', (body) => body.textContent);

  it('[IN1] a marked page is refused, and the popup says why; nothing of it leaves', async () => {
    const popup = await openFilledPopup(chromium, await openPage(chromium, `${site}/geheim`));
    await popup.waitForSelector('.notice-danger');
    expect(await textOf(popup)).toMatch(/streng vertraulich gekennzeichnet|marked as strictly confidential/);
    expect(await popup.$eval('button[type=submit]', (button) => button.getAttribute('aria-disabled'))).toBe('true');
    await popup.focus(POPUP.title);
    await popup.keyboard.press('Enter');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await clips()).toEqual([]);
    await popup.close();
  });

  it('[IN4] a rule is read at the first page that it concerns, and accepted with the same Enter', async () => {
    const popup = await openFilledPopup(chromium, await openPage(chromium, `${site}/projekt`));
    await popup.waitForSelector('.notice-warning');
    expect(await textOf(popup)).toMatch(/Namen von Kunden bleiben draußen|Names of customers stay out/);
    await suggest(popup);
    await expect
      .poll(() => clipOf('/projekt'), { timeout: 20_000 })
      .toMatchObject({ title: 'Projekt bei einem Kunden' });
    // And never again in this version.
    const second = await openFilledPopup(chromium, await openPage(chromium, `${site}/projekt/zwei`));
    expect(await second.$('.notice-warning')).toBeNull();
    await suggest(second);
    await expect.poll(() => clipOf('/projekt/zwei'), { timeout: 20_000 }).toMatchObject({ title: 'Noch ein Projekt' });
  });

  it('[IN3] of a confidential page excerpt and picture stay on the device', async () => {
    const popup = await clickToolbar(chromium, await openPage(chromium, `${site}/vertraulich`));
    await popup.waitForFunction(() => /Nicht mitgeschickt|Not sent along/.test(document.body.textContent ?? ''));
    expect(await popup.$('.extract')).toBeNull();
    await suggest(popup);
    await expect
      .poll(() => clipOf('/vertraulich'), { timeout: 20_000 })
      .toMatchObject({ title: 'Zahlen des Werks', excerpt: '', picture: null, found: { markings: ['confidential'] } });
  });

  it('[IN2] a client that ignores the rules is refused, and stripped of what it should not have sent', async () => {
    const before = await clips();
    const ours = (changes: Partial<Clip>): Clip => clip({ departmentId: 'personal', goalId: null, ...changes });
    const [refused, stripped] = [
      ours({ address: `${site}/geheim`, title: 'Werk Nord – streng vertraulich' }),
      ours({ address: `${site}/vertraulich?neu`, excerpt: 'Vertraulich – nur für die Leitung', quote: 'Ein Zitat' }),
    ];
    const answer = await pushClips(workplace.wire.url, await workplace.invite(), [refused, stripped]);
    expect(answer.map(({ refusal }) => refusal.kind)).toEqual(['rule_refuses']);
    const arrived = (await clips()).filter(({ id }) => !before.some((one) => one.id === id));
    expect(arrived).toMatchObject([{ id: stripped.id, excerpt: '', quote: null }]);
  });
});
