/** A company says how a system of its own is read, in its queue's file; a person's click reads it so. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFilledPopup, suggest } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { POPUP } from '../../demo/screens.ts';
import type { Clip } from '../../protocol/clip.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readSiteProfiles, readStrategy } from '../../server/strategy/read.ts';
import { tryProfiles } from '../extraction/profile.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';

/** A system that names nothing as others do: its title is no heading, its date is in an attribute. */
const PAGE = `<!doctype html><html lang="de"><title>Portal | 4711</title>
  <h1>Serviceportal der Nordwerk GmbH</h1>
  <div id="ticket-view" data-product="Kreiselpumpen"><div class="subject">Laufrad mit Riss im Pumpwerk Nord</div>
  <span class="opened-by">Wiebke Thomsen</span><i class="opened" data-at="2026-11-03T08:00:00Z">neulich</i>
  <div class="description">Das Laufrad der zweiten Pumpe hat einen Riss. Der Ersatz ist bestellt.
  <div class="canned">Bitte bewerten Sie unsere Antwort auf diese Anfrage.</div></div></div>`;
const PROFILES = `
siteProfiles:
  serviceportal:
    name: Serviceportal
    hosts: [127.0.0.1]
    signs: ['#ticket-view']
    kind: intranet
    title: ['h2..subject', '#ticket-view .subject']
    byline: ['.opened-by']
    siteName: ['#ticket-view@data-product']
    published: ['.opened@data-at']
    text: ['.description']
    remove: ['.canned']
    address: [{ paths: [/ticket], keep: [nr] }]
`;

describe('a site profile of the company', () => {
  let server: Server;
  let portal: string;
  let workplace: Workplace;
  let chromium: Chromium;

  beforeAll(async () => {
    server = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    workplace = await openWorkplace();
    const store = await openSqliteStore(workplace.database, Date.now());
    const example = await readFile('server/strategy.example.yaml', 'utf8');
    await applyStrategy(store, readStrategy(example.slice(0, example.indexOf('siteProfiles:')) + PROFILES));
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
    const rows = await store.read((sql) => sql.all<{ body: string }>('SELECT body FROM clip WHERE body IS NOT NULL'));
    await store.close();
    return rows.map(({ body }) => JSON.parse(body));
  };

  it('says what a clip of its pages says, and the page sees nothing of it', async () => {
    const page = await openPage(chromium, `${portal}/ticket?nr=4711&tab=verlauf`);
    const popup = await openFilledPopup(chromium, page);
    expect(await popup.$eval(POPUP.title, (field) => field.value)).toBe('Laufrad mit Riss im Pumpwerk Nord');
    expect(await page.evaluate('Object.keys(globalThis).filter((name) => /clipdesk/i.test(name))')).toEqual([]);
    await suggest(popup);
    await expect.poll(clips, { timeout: 20_000 }).toMatchObject([
      {
        byline: ['Wiebke Thomsen'],
        published: '2026-11-03T08:00:00Z',
        siteName: 'Kreiselpumpen',
        kind: 'intranet',
        excerpt: 'Das Laufrad der zweiten Pumpe hat einen Riss. Der Ersatz ist bestellt.',
      },
    ]);
  });

  it('[AD1] says which part of an address names a page: another tab of the same ticket was clipped already', async () => {
    const page = await openPage(chromium, `${portal}/ticket?tab=anhaenge&nr=4711`);
    const popup = await openFilledPopup(chromium, page);
    await popup.waitForSelector(POPUP.mine);
  });
});

describe('npm run profile', () => {
  it('tries a profile on a saved page and names what is no selector', async () => {
    const lines = await tryProfiles(PAGE, 'http://127.0.0.1/ticket?nr=4711', readSiteProfiles(PROFILES));
    expect(lines).toContain('profile: serviceportal');
    expect(lines).toContain('not a selector: h2..subject');
    expect(lines.join('\n')).toContain('title: Laufrad mit Riss im Pumpwerk Nord');
    expect(lines).toContainEqual(expect.stringMatching(/^byline: Wiebke Thomsen/));
  });

  it('says when no profile fits, and reads the page as any page', async () => {
    const lines = await tryProfiles(PAGE, 'https://other.example/ticket', readSiteProfiles(PROFILES));
    expect(lines[0]).toBe('profile: none fits; the page is read as any page');
    expect(lines.join('\n')).toContain('title: ');
  });
});
