// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { documents } from '../../../locales/words.ts';
import { blankDraft } from '../../../protocol/blank-draft.ts';

const { browser } = vi.hoisted(() => ({ browser: {} as { permissions?: { contains(of: object): Promise<boolean> } } }));
vi.mock('wxt/browser', () => ({ browser }));

const { answerOf } = await import('../../../entrypoints/offscreen/answer.ts');

const ADDRESS = 'http://intranet.example:8080/bericht.pdf';
const failed = (problem: 'unreachable' | 'damaged') => ({ draft: null, problem, picture: null });
const said = documents.en;

beforeEach(() => {
  delete browser.permissions;
  vi.stubGlobal('localStorage', { getItem: () => 'en' });
});

test('what was read is handed on, and nothing is said of it', async () => {
  const draft = blankDraft(ADDRESS);
  expect(await answerOf({ draft, problem: null, picture: null }, ADDRESS)).toEqual({
    draft,
    note: null,
    allow: null,
    picture: null,
  });
});

test('a locked document is handed on, and said to be locked', async () => {
  const draft = { ...blankDraft(ADDRESS), access: 'encrypted' as const };
  expect(await answerOf({ draft, problem: null, picture: null }, ADDRESS)).toMatchObject({ note: said.encrypted });
});

test('a picture travels as base64', async () => {
  const bytes = Uint8Array.from({ length: 60_000 }, (_, at) => at % 256);
  const picture = {
    hash: 'a'.repeat(64),
    type: 'image/webp' as const,
    width: 640,
    height: 400,
    bytes: 60_000,
    alt: '',
  };
  const answer = await answerOf({ draft: blankDraft(ADDRESS), problem: null, picture: { bytes, picture } }, ADDRESS);
  expect(Uint8Array.from(atob(answer.picture?.base64 ?? ''), (char) => char.charCodeAt(0))).toEqual(bytes);
});

describe('a file that was not given', () => {
  test('is said to be so where nobody can be asked', async () => {
    expect(await answerOf(failed('unreachable'), ADDRESS)).toMatchObject({ note: said.unreachable, allow: null });
  });

  test('may be given with a permission for its site: offered', async () => {
    const contains = vi.fn(async () => false);
    browser.permissions = { contains };
    expect(await answerOf(failed('unreachable'), ADDRESS)).toMatchObject({ note: said.needs_site, allow: said.allow });
    expect(contains).toHaveBeenCalledWith({ origins: ['http://intranet.example/*'] });
  });

  test('with the permission there already, or for another reason: not offered', async () => {
    browser.permissions = { contains: async () => true };
    expect(await answerOf(failed('unreachable'), ADDRESS)).toMatchObject({ note: said.unreachable, allow: null });
    browser.permissions = { contains: async () => false };
    expect(await answerOf(failed('damaged'), ADDRESS)).toMatchObject({ note: said.damaged, allow: null });
  });
});
