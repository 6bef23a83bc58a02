import { beforeEach, describe, expect, test } from 'vitest';
import type { Found } from '../../protocol/found.ts';
import { ruleSchema } from '../../protocol/rule.ts';
import { completeClip } from '../../storage/complete-clip.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { addPicture, editClip } from '../../storage/edit-clip.ts';
import { retryParked } from '../../storage/parked.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { acceptedRules } from '../../storage/rules.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { draft, newClip, newDatabase, OTHER_EPOCH, page, picture } from './device.ts';

const NOW = 1_790_000_000_000;
const found = (markings: Found['markings'], personalData: Found['personalData'] = []): Found => ({
  markings,
  personalData,
});
const READ = ruleSchema.parse({
  id: 'projekte',
  title: { de: 'Projekte' },
  version: 2,
  hosts: ['intranet.example'],
  paths: ['/projekte/**'],
  level: 'internal',
  acknowledge: true,
});
const PROJECT = draft({ address: 'https://intranet.example/projekte/7' });

let db: AccountDatabase;
beforeEach(() => {
  db = newDatabase();
});
const actions = async () => (await db.outbox.orderBy('number').toArray()).map(({ action }) => action.name);

describe('[IN1] before a clip is kept', () => {
  test('a page that is refused leaves nothing behind, not even its text', async () => {
    const secret = newClip({ draft: draft({ found: found(['strictly_confidential']) }), picture: picture() });
    await expect(saveClip(db, secret, NOW)).rejects.toMatchObject({ kind: 'rule_refuses' });
    for (const table of [db.clips, db.outbox, db.pageTexts, db.pictures, db.uploads])
      expect(await table.count()).toBe(0);
  });

  test('what is left out is in no table that is sent', async () => {
    const marked = newClip({
      draft: draft({ found: found(['confidential']), quote: 'Ein Zitat', quotePlace: 'text=Ein' }),
      picture: picture(),
    });
    const { clip } = await saveClip(db, marked, NOW);
    expect(clip).toMatchObject({ excerpt: '', quote: null, quotePlace: null, picture: null });
    expect(await db.uploads.count()).toBe(0);
    // Nor does a picture that was ready later come in.
    await addPicture(db, clip.id, picture(), NOW + 1);
    expect([await actions(), await db.pictures.count()]).toEqual([['saveClip'], 0]);
  });

  test('what is typed into a clip later is looked at before it leaves', async () => {
    const { clip } = await saveClip(db, newClip(), NOW);
    await expect(editClip(db, clip.id, { note: 'STRENG VERTRAULICH' }, NOW)).rejects.toMatchObject({
      kind: 'rule_refuses',
    });
    await editClip(db, clip.id, { note: 'VERTRAULICH' }, NOW);
    expect((await db.outbox.toArray()).map(({ action }) => action)).toMatchObject([
      { name: 'saveClip' },
      { name: 'editClip', changes: { note: 'VERTRAULICH', found: { markings: ['confidential'] } } },
    ]);
  });

  test('another department may have other rules', async () => {
    const { clip } = await saveClip(db, newClip(), NOW);
    await db.rules.put({
      ...READ,
      id: 'recht',
      hosts: [],
      paths: [],
      departmentIds: ['recht'],
      acknowledge: false,
      effects: ['refuse'],
    });
    await expect(editClip(db, clip.id, { departmentId: 'recht' }, NOW + 1)).rejects.toMatchObject({
      kind: 'rule_refuses',
    });
  });
});

describe('[IN1] a document that was read after its clip was kept', () => {
  const inside = (of: Found) => ({ draft: draft({ found: of }), picture: picture(), proposedTitle: '' });

  test('is taken back if it may not be clipped, and stays here as refused', async () => {
    const { clip } = await saveClip(db, newClip({ draft: draft({ text: '' }) }), NOW);
    await completeClip(db, clip.id, inside(found(['strictly_confidential'])), NOW + 1);
    expect(await actions()).toEqual(['saveClip', 'withdrawClip']);
    expect(await db.parked.toArray()).toMatchObject([{ id: clip.id, refusal: { kind: 'rule_refuses' } }]);
    // Sent again it would be taken for a replay, and be gone without a word.
    await expect(retryParked(db, clip.id, {}, NOW + 2)).rejects.toMatchObject({ kind: 'rule_refuses' });
    expect([await actions(), await db.parked.count()]).toEqual([['saveClip', 'withdrawClip'], 1]);
  });

  test('brings neither excerpt nor picture if it is confidential', async () => {
    const { clip } = await saveClip(db, newClip({ draft: draft({ text: '', excerpt: '' }) }), NOW);
    await completeClip(db, clip.id, inside(found(['confidential'])), NOW + 1);
    const edit = (await db.outbox.toArray()).at(-1)?.action;
    expect(edit).toMatchObject({ name: 'editClip', changes: { excerpt: '', found: found(['confidential']) } });
    expect([JSON.stringify(edit).includes('"picture"'), await db.pictures.count()]).toEqual([false, 0]);
  });
});

describe('[IN4] a rule that is to be accepted', () => {
  beforeEach(() => db.rules.put(READ));
  const accepts = [{ ruleId: 'projekte', version: 2 }];

  test('is accepted with the clip, told before it, and asked for once', async () => {
    await expect(saveClip(db, newClip({ draft: PROJECT }), NOW)).rejects.toMatchObject({ kind: 'rule_not_accepted' });
    await saveClip(db, newClip({ draft: PROJECT, accepts }), NOW);
    const other = draft({ address: 'https://intranet.example/projekte/8' });
    await saveClip(db, newClip({ draft: other, accepts }), NOW + 1);
    expect(await actions()).toEqual(['acknowledgeRule', 'saveClip', 'saveClip']);
    expect(await acceptedRules(db)).toEqual(accepts);
  });

  test('is accepted with a change that makes it concern the clip', async () => {
    await db.rules.put({ ...READ, hosts: [], paths: [], departmentIds: ['recht'] });
    const { clip } = await saveClip(db, newClip(), NOW);
    const change = { departmentId: 'recht' };
    await expect(editClip(db, clip.id, change, NOW)).rejects.toMatchObject({ kind: 'rule_not_accepted' });
    await editClip(db, clip.id, change, NOW, accepts);
    expect(await actions()).toEqual(['saveClip', 'acknowledgeRule', 'editClip']);
  });

  test('is not spoken of where it does not concern the page', async () => {
    await saveClip(db, newClip({ accepts }), NOW);
    expect(await actions()).toEqual(['saveClip']);
  });

  test('[CL7] is told again before the clips after a restore', async () => {
    const id = crypto.randomUUID();
    await receivePage(
      db,
      null,
      page([{ kind: 'acknowledgement', id, row: { id, ruleId: 'projekte', version: 2, at: NOW } }]),
      NOW,
    );
    await db.rules.put(READ);
    await saveClip(db, newClip({ draft: PROJECT }), NOW);
    const cursor = page([]).cursor;
    await receivePage(db, cursor, page([], { epoch: OTHER_EPOCH }), NOW + 1);
    expect(await actions()).toEqual(['acknowledgeRule', 'saveClip']);
  });
});
