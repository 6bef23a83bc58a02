import { beforeEach, describe, expect, test } from 'vitest';
import type { Clip } from '../../../protocol/clip.ts';
import type { Acknowledgement, Rule } from '../../../protocol/rule.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy, StrategyError } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

const RULES = `  vorstand:
    title: { de: Vorstandsbereich, en: Board area }
    hosts: ['*.board.nordwerk.example']
    level: strictly_confidential
    effects: [refuse]
  personalakten:
    title: Personalakten
    hosts: [intranet.nordwerk.example]
    paths: ['/personal/akten/**']
    level: confidential
    effects: [strip, clearance]
  spielregeln:
    title: { de: Spielregeln für Projektseiten, en: House rules for project pages }
    text: { de: Namen von Kunden bleiben draußen, en: No names of customers }
    version: 2
    hosts: [projekte.nordwerk.example]
    level: internal
    acknowledge: true
`;
/** The strategy of the tests with more rules. */
const withRules = (rules: string): string => STRATEGY.replace('rules:\n', `rules:\n${rules}`);
const picture = { hash: 'a'.repeat(64), type: 'image/webp' as const, width: 9, height: 9, bytes: 9, alt: '' };

let queue: TestQueue;
let hanna: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(queue.store, readStrategy(withRules(RULES)));
  hanna = await queue.join('hanna');
});

const refusedKinds = async (...actions: { name: string }[]) =>
  (await hanna.push(...actions)).refused.map(({ refusal }) => refusal.kind);
const held = async (id: string): Promise<Clip | undefined> => {
  const rows = await queue.store.read((sql) => sql.all<{ body: string }>('SELECT body FROM clip WHERE id = $1', id));
  return rows[0] === undefined ? undefined : JSON.parse(rows[0].body);
};
const accept = (version: number) => ({ name: 'acknowledgeRule', ruleId: 'spielregeln', version });
const nothing = { markings: [], personalData: [] };

describe('[IN2] a client that ignores the rules', () => {
  test.each<[string, Partial<Clip>]>([
    ['on a host that is refused', { address: 'https://a.board.nordwerk.example/x' }],
    ['with the dot of a full name', { address: 'https://a.board.nordwerk.example./x' }],
    ['that says what it found', { found: { markings: ['strictly_confidential'], personalData: [] } }],
    ['that found nothing, with a marked title', { title: 'Projekt Falke – streng vertraulich', found: nothing }],
    ['with a marked excerpt', { excerpt: 'Dieses Dokument ist streng vertraulich.', found: nothing }],
    ['with a marked quote', { quote: 'VS-VERTRAULICH', found: nothing }],
    ['with a marked note', { note: 'S t r e n g  v e r t r a u l i c h', found: nothing }],
    [
      'with a link on such a page',
      {
        address: 'https://news.example/a',
        kind: 'news',
        context: { address: 'https://a.board.nordwerk.example/', title: 'Start' },
      },
    ],
  ])('is refused: %s', async (_how, changes) => {
    const clip = sampleClip(changes);
    expect(await refusedKinds(saveClip(clip))).toEqual(['rule_refuses']);
    expect(await held(clip.id)).toBeUndefined();
  });

  test('is refused when a change brings it, and the clip stays as it was', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    const found = { markings: ['strictly_confidential'], personalData: [] };
    expect(await refusedKinds({ name: 'editClip', clipId: clip.id, changes: { found } } as never)).toEqual([
      'rule_refuses',
    ]);
    expect((await held(clip.id))?.found).toEqual(nothing);
  });
});

describe('[IN3] what the rules leave out', () => {
  test.each<[string, Partial<Clip>]>([
    ['by the path', { address: 'https://intranet.nordwerk.example/Personal/%61kten/7?x=1' }],
    ['by a marking', { found: { markings: ['confidential'], personalData: [] } }],
    ['by an account number', { note: 'DE12 5001 0517 0648 4898 90' }],
    [
      'of a link on such a page',
      {
        address: 'https://www.example.org/a',
        context: { address: 'https://intranet.nordwerk.example/personal/akten/7', title: 'Akten' },
      },
    ],
    ['by what was found on the page', { found: { markings: [], personalData: ['health'] } }],
  ])('is not kept: %s', async (_why, changes) => {
    const clip = sampleClip({ picture, quote: 'Ein Zitat', quotePlace: 'text=Ein%20Zitat', ...changes });
    expect(await refusedKinds(saveClip(clip))).toEqual([]);
    expect(await held(clip.id)).toMatchObject({ excerpt: '', quote: null, quotePlace: null, picture: null });
    // Nor does a change bring it, and its picture is not taken.
    const later = { excerpt: 'Doch ein Auszug', picture };
    expect(await refusedKinds({ name: 'editClip', clipId: clip.id, changes: later } as never)).toEqual([]);
    expect(await held(clip.id)).toMatchObject({ excerpt: '', picture: null });
  });

  test('of news only address, title and a short quote stay', async () => {
    const quote = 'Ein langes Zitat aus der Zeitung. '.repeat(14);
    const clip = sampleClip({
      kind: 'news',
      address: 'https://news.example/a',
      picture,
      quote,
      quotePlace: 'text=Ein',
    });
    await hanna.push(saveClip(clip));
    const kept = await held(clip.id);
    expect(kept).toMatchObject({ excerpt: '', picture: null, quotePlace: null });
    expect(kept?.quote?.length).toBeLessThanOrEqual(250);
  });

  test('a finding that comes later takes away what was kept before', async () => {
    const clip = sampleClip({ picture });
    await hanna.push(saveClip(clip));
    await queue.store.write((tx) =>
      tx.run(
        `INSERT INTO picture (clip_id, hash, type, bytes) VALUES ($1, $2, 'image/webp', $3)`,
        clip.id,
        picture.hash,
        new Uint8Array([1]),
      ),
    );
    const found = { markings: ['confidential'], personalData: [] };
    await hanna.push({ name: 'editClip', clipId: clip.id, changes: { found } } as never);
    expect(await held(clip.id)).toMatchObject({ excerpt: '', picture: null, found });
    expect(await queue.store.read((sql) => sql.all('SELECT 1 FROM picture WHERE clip_id = $1', clip.id))).toEqual([]);
    // It stays found, whatever a later change says.
    await hanna.push({ name: 'editClip', clipId: clip.id, changes: { found: nothing, note: 'x' } } as never);
    expect((await held(clip.id))?.found).toEqual(found);
  });
});

describe('[IN4] a rule that is to be accepted', () => {
  const page = () => saveClip(sampleClip({ address: `https://projekte.nordwerk.example/${crypto.randomUUID()}` }));

  test('keeps clips out until it was accepted, in whatever version, and no longer', async () => {
    expect(await refusedKinds(page())).toEqual(['rule_not_accepted']);
    expect(await refusedKinds(accept(1), page())).toEqual(['rule_not_accepted']);
    expect((await hanna.push(accept(2), page(), page())).refused).toHaveLength(1);
    // Others have to say it themselves.
    expect((await (await queue.join('jonas')).push(page())).refused).toHaveLength(1);
  });

  test('is accepted once for each version; nobody accepts one that is still to come', async () => {
    await hanna.push(accept(1), accept(2), accept(2));
    expect((await hanna.push(accept(3))).refused.at(-1)?.refusal).toEqual({ kind: 'not_found', path: 'version' });
    const rows = (await hanna.pull()).changes.flatMap((change) =>
      change.kind === 'acknowledgement' ? [change.row as Acknowledgement] : [],
    );
    expect(rows.map(({ ruleId, version }) => [ruleId, version])).toEqual([
      ['spielregeln', 1],
      ['spielregeln', 2],
    ]);
  });

  test('[VI1] who accepted what is theirs alone; the rules are for everybody', async () => {
    await hanna.push(accept(2));
    for (const other of [await queue.join('mara'), await queue.join('jonas')]) {
      const { changes } = await other.pull();
      expect(changes.filter(({ kind }) => kind === 'acknowledgement')).toEqual([]);
      const rules = changes.flatMap((change) => (change.kind === 'rule' ? [(change.row as Rule).id] : []));
      expect(rules).toEqual(['open-intranet', 'vorstand', 'personalakten', 'spielregeln']);
    }
  });
});

describe('[IN5] a clip whose information needs clearance', () => {
  const clearances = async () =>
    (await (await queue.join('mara')).pull()).changes.filter(({ kind }) => kind === 'clearance');

  test.each<[string, Partial<Clip>, object]>([
    [
      'on an intranet host that nobody declared',
      { address: 'https://neu.intra.example/a' },
      { level: 'internal', ruleId: 'undeclared-intranet' },
    ],
    [
      'by a rule of the company',
      { address: 'https://intranet.nordwerk.example/personal/akten/1' },
      { level: 'confidential', ruleId: 'personalakten' },
    ],
    [
      'by a marking',
      { address: 'https://other.example/', found: { markings: ['internal'], personalData: ['phone'] } },
      { level: 'internal', ruleId: 'marked-internal', flags: { personalData: true } },
    ],
  ])('opens one: %s', async (_why, changes, row) => {
    const clip = sampleClip(changes);
    await hanna.push(saveClip(clip));
    expect(await clearances()).toMatchObject([{ id: clip.id, row: { state: 'open', ...row } }]);
  });

  test('and one that needs none opens none', async () => {
    await hanna.push(saveClip(sampleClip()), saveClip(sampleClip({ address: 'https://other.example/b' })));
    expect(await clearances()).toEqual([]);
  });
});

describe('rules in the strategy file', () => {
  const check = (yaml: string) => {
    try {
      readStrategy(withRules(yaml));
      return '';
    } catch (error) {
      return error instanceof StrategyError ? error.message : String(error);
    }
  };
  test.each([
    ['a department that is not there', '{ title: A, level: internal, departmentIds: [nobody] }', /departmentIds/],
    ['a clearance of what is public', '{ title: A, level: public, effects: [clearance] }', /no clearance/],
    ['a misspelt field', '{ title: A, level: internal, host: [a.example] }', /host/],
    ['no host', '{ title: A, level: internal, hosts: ["https://a.example/"] }', /a host is written like/],
    ['no path', '{ title: A, level: internal, paths: [personal] }', /begins with a slash/],
    ['an unknown effect', '{ title: A, level: internal, effects: [burn] }', /effects/],
  ])('%s is said with its line', (_what, rule, message) => {
    const said = check(`  a: ${rule}\n`);
    expect(said).toMatch(/^line \d+: rules\.a/);
    expect(said).toMatch(message);
  });

  test('a rule that the file no longer has holds no more', async () => {
    await applyStrategy(queue.store, readStrategy(STRATEGY));
    expect(await refusedKinds(saveClip(sampleClip({ address: 'https://a.board.nordwerk.example/x' })))).toEqual([]);
  });
});
