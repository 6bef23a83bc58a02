import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PopupState } from '../../../components/popup/popup-props.ts';
import type { Session } from '../../../entrypoints/browser/session.ts';
import type { TabReading } from '../../../entrypoints/popup/page.ts';
import type { ClipDraft } from '../../../protocol/clip.ts';
import { ruleSchema } from '../../../protocol/rule.ts';
import type { TakenPicture } from '../../../storage/save-clip.ts';
import { draft } from '../../storage/device.ts';
import { join } from '../background/joined.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('../background/browser.ts')).browser }));

const { browser } = await import('../background/browser.ts');
/** What the page that reads documents was told to do for clips. */
const completions = () =>
  browser.runtime.sendMessage.mock.calls.flatMap(([message]) => {
    const { clipdesk, request } = message as { clipdesk?: string; request?: unknown };
    return clipdesk === 'completeClip' ? [request] : [];
  });

const { startController } = await import('../../../entrypoints/popup/controller.ts');
const { listenToSaving } = await import('../../../entrypoints/browser/saving.ts');

const PAGE = draft().address;
const picture: TakenPicture = {
  bytes: new Uint8Array([1, 2, 3]),
  picture: { hash: 'a'.repeat(64), type: 'image/webp', width: 640, height: 400, bytes: 3, alt: '' },
};

let session: Session;
let state: PopupState;
const close = vi.fn();
vi.stubGlobal('close', close);

// Dexie keeps answers of live queries by the name of the database, until it is deleted.
afterEach(() => session.db.delete());

beforeEach(async () => {
  close.mockClear();
  browser.runtime.sendMessage.mockClear();
  session = await join();
});

let popups = 0;
/** Popups of earlier tests are still there in this process; only the newest one is looked at. */
function open(reading: Partial<TabReading> = {}) {
  const mine = ++popups;
  const whole: TabReading = {
    draft: draft(),
    failure: null,
    picture: Promise.resolve(picture),
    readFile: null,
    later: Promise.resolve(null),
    ...reading,
  };
  return startController(session, whole, PAGE, {}, (view) => {
    if (mine === popups) state = view.state;
  });
}
const becomes = (kind: PopupState['kind']) => expect.poll(() => state.kind).toBe(kind);
const clips = async () => (await session.db.clips.toArray()).map(({ clip }) => clip);
const actions = async () => (await session.db.outbox.toArray()).map(({ action }) => action.name);

describe('saving', () => {
  test('[ST1] says saved when the clip is in the database with its outbox entry', async () => {
    const popup = await open();
    popup.onSave();
    await becomes('saved');
    expect(await clips()).toMatchObject([{ title: 'Neue Ausbildungswerkstatt', departmentId: 'hr' }]);
    expect(await actions()).toContain('saveClip');
  });

  test('takes the address that was typed where the page could not be read', async () => {
    const popup = await open({ failure: 'unreadable' });
    popup.onChange({ address: 'intranet.example/right-one', title: 'Bericht' });
    popup.onSave();
    await becomes('saved');
    expect(await clips()).toMatchObject([
      { address: 'https://intranet.example/right-one', title: 'Bericht', excerpt: '' },
    ]);
  });

  test('says what is wrong with an address, and keeps the form', async () => {
    const popup = await open({ draft: null, failure: 'restricted' });
    popup.onChange({ address: 'mailto:a@b.example', title: 'Bericht' });
    popup.onSave();
    await expect.poll(() => state).toMatchObject({ kind: 'form', problem: 'address_invalid', saving: false });
    expect(await clips()).toEqual([]);
  });

  test('[BL1] does not wait for the picture, and lets it follow before the popup closes', async () => {
    let take = (_picture: TakenPicture) => {};
    const popup = await open({ picture: new Promise((resolve) => (take = resolve)) });
    popup.onSave();
    await becomes('saved');
    expect(await clips()).toMatchObject([{ picture: null }]);
    take(picture);
    await expect.poll(actions).toContain('editClip');
    expect(await session.db.pictures.count()).toBe(1);
    await expect.poll(() => close.mock.calls.length, { timeout: 3_000 }).toBe(1);
  });

  test('text that arrives late fills the form and is saved, and leaves what was typed', async () => {
    let arrive = (_draft: ClipDraft) => {};
    const popup = await open({
      draft: draft({ title: 'Wird geladen', excerpt: '' }),
      later: new Promise((resolve) => (arrive = resolve)),
    });
    popup.onChange({ note: 'Am Freitag' });
    arrive(draft({ title: 'Neue Ausbildungswerkstatt', excerpt: 'Vierzig Plätze.' }));
    await expect
      .poll(() => state)
      .toMatchObject({ values: { title: 'Neue Ausbildungswerkstatt', note: 'Am Freitag' } });
    popup.onSave();
    await becomes('saved');
    expect(await clips()).toMatchObject([{ excerpt: 'Vierzig Plätze.', note: 'Am Freitag' }]);
  });

  test('[AD1] a page that names another canonical address late is one page, however often it is kept', async () => {
    let arrive = (_draft: ClipDraft) => {};
    const early = draft({ address: `${PAGE}/print`, title: 'Wird geladen' });
    const late = { ...early, title: 'Spät', canonicalAddress: PAGE };
    const popup = await open({ draft: early, later: new Promise((resolve) => (arrive = resolve)) });
    arrive(late);
    await expect.poll(() => state).toMatchObject({ values: { title: 'Spät' } });
    popup.onSave();
    await becomes('saved');
    await open({ draft: late });
    expect(state.kind).toBe('mine');
  });

  test('text that arrives after saving changes nothing that the person saw', async () => {
    let arrive = (_draft: ClipDraft) => {};
    const popup = await open({ later: new Promise((resolve) => (arrive = resolve)) });
    popup.onSave();
    await becomes('saved');
    arrive(draft({ title: 'Etwas anderes' }));
    await becomes('saved');
    expect(await clips()).toMatchObject([{ title: 'Neue Ausbildungswerkstatt' }]);
  });

  test('a picture of another page is never taken along', async () => {
    const popup = await open({ failure: 'navigated' });
    popup.onSave();
    await becomes('saved');
    expect(await clips()).toMatchObject([{ picture: null }]);
    expect(await session.db.pictures.count()).toBe(0);
  });

  test('an own clip of that page is shown with what was typed, nothing is called saved', async () => {
    (await open()).onSave();
    await becomes('saved');
    const again = await open({ draft: null, failure: 'restricted' });
    again.onChange({ address: PAGE, title: 'Neue Ausbildungswerkstatt', note: 'Am Freitag ist Einweihung' });
    again.onSave();
    await becomes('mine');
    expect(state).toMatchObject({ kind: 'mine', values: { note: 'Am Freitag ist Einweihung' } });
    expect(await clips()).toHaveLength(1);
  });
});

describe('a document', () => {
  const unread = draft({ title: 'klimabericht 2025', kind: 'document', text: '', excerpt: '' });
  const read = {
    draft: draft({ title: 'Klimabericht 2025: Wo wir stehen', kind: 'document', byline: ['Nora Lindqvist'] }),
    note: null,
    allow: null,
    picture: { ...picture, bytes: new Uint8Array([9]) },
  };
  const title = () => (state.kind === 'form' ? state.values.title : '');

  test('fills the form when it is read, and is saved with what it says', async () => {
    const popup = await open({ draft: unread, readFile: async () => read });
    await expect.poll(title).toBe('Klimabericht 2025: Wo wir stehen');
    popup.onSave();
    await becomes('saved');
    expect(await clips()).toMatchObject([{ title: 'Klimabericht 2025: Wo wir stehen', byline: ['Nora Lindqvist'] }]);
    expect(await session.db.pictures.toArray()).toMatchObject([{ bytes: read.picture.bytes }]);
    expect(completions()).toEqual([]);
  });

  test('leaves the title that the person typed meanwhile', async () => {
    let finish = (_read: typeof read) => {};
    const popup = await open({ draft: unread, readFile: () => new Promise((resolve) => (finish = resolve)) });
    popup.onChange({ title: 'Mein Titel' });
    finish(read);
    await expect.poll(() => state).toMatchObject({ page: { document: null } });
    expect(title()).toBe('Mein Titel');
  });

  test('[BL1] saved before it is read: the clip is kept, and whoever reads is told to complete it', async () => {
    const popup = await open({ draft: unread, readFile: () => new Promise(() => {}) });
    expect(state).toMatchObject({ page: { document: { kind: 'reading' } } });
    popup.onSave();
    await becomes('saved');
    const [clip] = await clips();
    expect(clip).toMatchObject({ title: 'klimabericht 2025', byline: [] });
    await expect.poll(completions).toEqual([{ address: unread.address, title: 'klimabericht 2025', clipId: clip?.id }]);
  });

  test('read while its clip was being kept: whoever read it is told to complete it all the same', async () => {
    let finish = (_read: typeof read) => {};
    const popup = await open({ draft: unread, readFile: () => new Promise((resolve) => (finish = resolve)) });
    popup.onSave();
    finish(read);
    await becomes('saved');
    expect(await clips()).toMatchObject([{ title: 'klimabericht 2025', byline: [] }]);
    await expect.poll(completions).toHaveLength(1);
  });

  test('its inside is asked for at once, whether the picture of the tab is there or not', async () => {
    let take = (_picture: TakenPicture) => {};
    const popup = await open({
      draft: unread,
      readFile: () => new Promise(() => {}),
      picture: new Promise((resolve) => (take = resolve)),
    });
    popup.onSave();
    await becomes('saved');
    await expect.poll(() => state).toMatchObject({ kind: 'saved' });
    await expect.poll(completions).toHaveLength(1);
    take(picture);
    await expect.poll(actions).toEqual(['saveClip', 'editClip']);
  });

  test('no address but that of the document is read for its clip', async () => {
    const popup = await open({ draft: unread, readFile: () => new Promise(() => {}) });
    popup.onChange({ address: 'https://elsewhere.example/b', title: 'B' });
    popup.onSave();
    await becomes('saved');
    await expect.poll(() => close.mock.calls.length, { timeout: 3_000 }).toBe(1);
    expect(completions()).toEqual([]);
  });

  test('a title typed before that is not the one that may be replaced', async () => {
    const popup = await open({ draft: unread, readFile: () => new Promise(() => {}) });
    popup.onChange({ title: 'Mein Titel' });
    popup.onSave();
    await becomes('saved');
    await expect.poll(completions).toMatchObject([{ title: 'klimabericht 2025' }]);
  });

  test('that cannot be read is said to be so, and saved by its title', async () => {
    const popup = await open({
      draft: unread,
      readFile: async () => ({ draft: null, note: 'Zu groß', allow: null, picture: null }),
    });
    await expect.poll(() => state).toMatchObject({ page: { document: { kind: 'note', note: 'Zu groß' } } });
    popup.onSave();
    await becomes('saved');
    expect(await clips()).toMatchObject([{ title: 'klimabericht 2025' }]);
  });

  test('read only after the popup was closed and opened again gives its title, and what was typed is there', async () => {
    const before = await open({ draft: unread, readFile: () => new Promise(() => {}) });
    before.onChange({ note: 'Für die Hauszeitung' });
    await expect.poll(() => session.db.drafts.count()).toBe(1);
    await open({ draft: unread, readFile: async () => read });
    await expect.poll(title).toBe('Klimabericht 2025: Wo wir stehen');
    expect(state).toMatchObject({ restored: true, values: { note: 'Für die Hauszeitung' } });
  });

  test('whose site was allowed is read again', async () => {
    const answers = [{ draft: null, note: 'Erst erlauben', allow: 'Erlauben', picture: null }, read];
    const popup = await open({ draft: unread, readFile: async () => answers.shift() ?? null });
    await expect.poll(() => state).toMatchObject({ page: { document: { allow: 'Erlauben' } } });
    popup.onAllowSite();
    await expect.poll(title).toBe('Klimabericht 2025: Wo wir stehen');
    expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['https://intranet.example/*'] });
  });
});

describe('an own clip', () => {
  beforeEach(async () => {
    (await open()).onSave();
    await becomes('saved');
  });

  test('unchanged is not sent again', async () => {
    const popup = await open();
    expect(state.kind).toBe('mine');
    popup.onSave();
    popup.onChange({ note: 'Neu' });
    popup.onSave();
    await expect.poll(actions).toEqual(['saveClip', 'editClip']);
  });

  test('[IN4] a change that a rule concerns accepts that rule with the same press', async () => {
    const rule = { id: 'recht', title: { de: 'Recht' }, version: 1, departmentIds: ['it'], level: 'internal' };
    await session.db.rules.put(ruleSchema.parse({ ...rule, acknowledge: true }));
    const popup = await open();
    expect(state).toMatchObject({ kind: 'mine', accept: [] });
    popup.onChange({ departmentId: 'it' });
    expect(state).toMatchObject({ kind: 'mine', accept: [{ id: 'recht' }] });
    popup.onSave();
    await expect.poll(actions).toEqual(['saveClip', 'acknowledgeRule', 'editClip']);
  });

  test('taken back by mistake comes back with all it had', async () => {
    const popup = await open();
    popup.onWithdraw();
    await becomes('withdrawn');
    popup.onUndoWithdraw();
    await becomes('mine');
    expect(await actions()).toEqual(['saveClip', 'withdrawClip', 'saveClip']);
    expect(await session.db.pageTexts.toArray()).toMatchObject([{ text: draft().text }]);
  });

  test('[SM4] what supported a topic supports it again', async () => {
    const other = crypto.randomUUID();
    await session.db.clips.toCollection().modify({ topicId: other });
    const popup = await open();
    popup.onWithdraw();
    await becomes('withdrawn');
    popup.onUndoWithdraw();
    await becomes('mine');
    expect((await session.db.outbox.toArray()).at(-1)?.action).toMatchObject({ name: 'saveClip', joins: other });
  });

  test('[OB2] refused: the same entry is sent again, corrected', async () => {
    const [entry] = await session.db.outbox.toArray();
    if (entry === undefined) throw new Error('the clip waits');
    await session.db.outbox.clear();
    await session.db.parked.add({
      id: entry.id,
      parkedAt: 0,
      refusal: { kind: 'unknown_goal', path: 'clip.goalId' },
      entry,
    });
    const popup = await open();
    popup.onChange({ goalId: null });
    popup.onSave();
    await expect.poll(() => session.db.parked.count()).toBe(0);
    const sent = await session.db.outbox.toArray();
    expect(sent).toMatchObject([{ id: entry.id, action: { name: 'saveClip', clip: { goalId: null } } }]);
  });
});

test('what was typed is kept at every change, and is there when the popup opens again', async () => {
  const popup = await open();
  popup.onChange({ note: 'Halb fertig' });
  await expect.poll(() => session.db.drafts.count()).toBe(1);
  await open();
  expect(state).toMatchObject({ kind: 'form', restored: true, values: { note: 'Halb fertig' } });
});

test('[ST1] the background hears of the first word, and no more once it is saved, thrown away, or a change to what is saved', async () => {
  const gone = vi.fn();
  listenToSaving(gone);
  const lines = () => browser.runtime.connect.mock.results.map(({ value }) => value);
  const breakAll = () => {
    for (const line of lines()) line.disconnect();
    return gone.mock.calls.map(([, begun]) => begun);
  };
  browser.runtime.connect.mockClear();
  const first = await open();
  first.onChange({ note: 'A' });
  first.onChange({ note: 'Am Freitag' });
  first.onDiscardDraft();
  expect(lines()).toHaveLength(1);
  first.onChange({ note: 'Doch' });
  first.onSave();
  await becomes('saved');
  expect(breakAll()).toEqual([]);

  const again = await open();
  await becomes('mine');
  again.onChange({ note: 'Anders' });
  expect(breakAll()).toEqual([]);

  browser.runtime.connect.mockClear();
  await session.db.clips.clear();
  const other = await open();
  other.onChange({ note: 'Verloren' });
  expect(breakAll()).toEqual(['typing']);
});
