import { useState } from 'preact/hooks';
import type { ResultsFileView } from '../../components/plan/plan-props.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { importFile, previewFile } from '../../storage/results-file.ts';
import { requestSync } from '../browser/background-calls.ts';
import { saveProblem } from '../browser/save-problem.ts';

/** A file of results on its way in: read and shown, then kept when the person says so. */
export function useResultsFile(db: AccountDatabase) {
  const [text, setText] = useState('');
  const [view, setView] = useState<ResultsFileView | null>(null);
  const show = async (read: string, taken: number | null) =>
    setView({ ...(await previewFile(db, read, Date.now())), taken, notKept: null });
  return {
    view,
    read(chosen: string) {
      setText(chosen);
      void show(chosen, null).catch(() => setView(null));
    },
    take() {
      const keep = async () => {
        const taken = await importFile(db, text, Date.now());
        requestSync();
        await show(text, taken).catch(() => undefined);
      };
      // The preview stays, and the button can be pressed again.
      void keep().catch((error: unknown) =>
        setView((shown) => (shown === null ? null : { ...shown, notKept: saveProblem(error) })),
      );
    },
  };
}
