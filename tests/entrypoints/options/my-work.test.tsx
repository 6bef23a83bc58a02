// @vitest-environment happy-dom
// A live query needs the global one.
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { openRegistry } from '../../../storage/accounts.ts';
import { type AccountDatabase, openDatabase } from '../../../storage/database.ts';
import { department, NOW, submitter } from '../../desk/samples.ts';
import { accountOf } from '../../storage/device.ts';

vi.mock('../../../entrypoints/browser/background-calls.ts', () => ({ requestSync: vi.fn() }));
const { MyWork } = await import('../../../entrypoints/options/my-work.tsx');

let db: AccountDatabase;
const show = () =>
  render(
    <LanguageProvider language="en" now={NOW}>
      <p>For me</p>
      <MyWork session={{ account: accountOf(submitter), db, registry: openRegistry() }} />
    </LanguageProvider>,
  );
beforeEach(() => {
  db = openDatabase(accountOf(submitter));
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

test('[AS5] whoever a department names says when they are away, also without another role than to suggest', async () => {
  await db.departments.add(department({ contactId: 'somebody', deputyId: submitter.id }));
  show();
  await screen.findByRole('heading', { name: 'Absence' });
  fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-12-01' } });
  fireEvent.input(screen.getByLabelText('To'), { target: { value: '2026-12-04' } });
  fireEvent.click(screen.getByRole('button', { name: /Add|Enter/ }));
  await expect
    .poll(async () => (await db.outbox.toArray()).map(({ action }) => action))
    .toMatchObject([{ name: 'saveAbsence', absence: { from: '2026-12-01', to: '2026-12-04' } }]);
});
