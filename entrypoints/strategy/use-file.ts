/** The strategy as a file: downloaded, and imported after a look at what it would change. */
import { useRef, useState } from 'preact/hooks';
import type { FileView } from '../../components/strategy-admin/strategy-props.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { type StrategyDesk, whyRefused } from '../../sync/strategy.ts';
import { lineProblem } from './line-problem.ts';

const TOO_LARGE: FileView = {
  step: 'faulty',
  faults: [{ path: '', line: null, kind: 'file_too_large', message: `> ${LIMITS.strategyFile}` }],
};
const NO_TEXT: FileView = {
  step: 'faulty',
  faults: [{ path: '', line: null, kind: 'no_text_file', message: 'not UTF-8' }],
};

/** The text of a file; null where it is none. */
async function textOf(file: File): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

export function useFile(desk: StrategyDesk, onChanged: () => void) {
  const [file, setFile] = useState<FileView>({ step: 'idle' });
  const [name, setName] = useState('');
  const picked = useRef<{ yaml: string; basedOn: number } | null>(null);

  const failed = (error: unknown) => {
    const why = whyRefused(error);
    if (why.kind === 'changed') setFile({ step: 'changed' });
    else if (why.kind === 'faulty') setFile({ step: 'faulty', faults: why.faults });
    else setFile({ step: 'failed', problem: lineProblem(why.because) });
  };
  const check = async (yaml: string) => {
    setFile({ step: 'checking' });
    try {
      const { version } = await desk.read();
      picked.current = { yaml, basedOn: version };
      const { changes, waiting } = await desk.importFile({ yaml, basedOn: version, dryRun: true });
      setFile({ step: 'preview', changes, waiting: waiting.map(({ goalId }) => goalId) });
    } catch (error) {
      // So that it can be checked again without being picked again.
      picked.current ??= { yaml, basedOn: 0 };
      failed(error);
    }
  };
  return {
    file,
    /** Of what was picked last: the field itself forgets it. */
    fileName: name,
    onPickFile(chosen: File) {
      picked.current = null;
      setName(chosen.name);
      if (chosen.size > LIMITS.strategyFile) return setFile(TOO_LARGE);
      void textOf(chosen).then((text) => (text === null ? setFile(NO_TEXT) : check(text)));
    },
    onCheckAgain: () => void (picked.current !== null && check(picked.current.yaml)),
    async onApplyFile() {
      if (picked.current === null) return;
      try {
        const { changes } = await desk.importFile({ ...picked.current, dryRun: false });
        picked.current = null;
        setFile({ step: 'done', count: changes.length });
        onChanged();
      } catch (error) {
        failed(error);
      }
    },
    async onExport() {
      try {
        const address = URL.createObjectURL(new Blob([await desk.exportFile()], { type: 'application/yaml' }));
        const link = document.createElement('a');
        link.href = address;
        link.download = `strategy-${new Date().toISOString().slice(0, 10)}.yaml`;
        link.click();
        // The browser has taken it by then.
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      } catch (error) {
        failed(error);
      }
    },
  };
}
