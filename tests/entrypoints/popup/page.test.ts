import { expect, test, vi } from 'vitest';
import { blankDraft } from '../../../protocol/blank-draft.ts';
import { draft } from '../../storage/device.ts';

vi.mock('wxt/browser', () => ({ browser: {} }));

const { typedBefore, withFile } = await import('../../../entrypoints/popup/page.ts');

const page = (of = draft()) => ({ draft: of, failure: null, picture: null, document: null });
const file = (of = draft()) => ({ draft: of, note: null, allow: null, picture: null });

test('a file that says nothing of itself erases nothing of what its page said', () => {
  const known = draft({ kind: 'document', text: '', byline: ['Nora Lindqvist'], published: '2026-01-14' });
  const locked = { ...blankDraft(known.address), title: known.title, access: 'encrypted' as const };
  expect(withFile(page(known), file(locked)).draft).toMatchObject({
    byline: ['Nora Lindqvist'],
    published: '2026-01-14',
    lang: 'de',
    siteName: 'Intranet',
    excerpt: known.excerpt,
    access: 'encrypted',
  });
});

test('what a file says takes the place of what its page said', () => {
  const read = draft({ title: 'Klimabericht 2025', siteName: null, byline: ['Nora Lindqvist'], cut: ['text'] });
  expect(withFile(page(), file(read)).draft).toEqual({ ...read, siteName: 'Intranet' });
});

test('a form that was kept follows the address of its page, unless the person typed another', () => {
  const kept = { key: 'k', title: '', departmentId: null, goalId: null, note: '', keptAt: 0 };
  const { address } = draft();
  expect(typedBefore({ ...kept, draft: draft(), address })).not.toHaveProperty('address');
  const other = 'https://intranet.example/right-one';
  expect(typedBefore({ ...kept, draft: draft(), address: other })).toMatchObject({ address: other });
  expect(typedBefore({ ...kept, draft: null, address })).toMatchObject({ address });
});
