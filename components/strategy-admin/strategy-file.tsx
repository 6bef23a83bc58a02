import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import Download from 'lucide/dist/esm/icons/download.mjs';
import { useId } from 'preact/hooks';
import { lineProblems, strategy as words } from '../../locales/words.ts';
import type { FaultKind } from '../../protocol/strategy-fault.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { goalTitle } from '../tags/goal-text.ts';
import { ChangeLines } from './change-lines.tsx';
import { useFaultText } from './fields/fault-text.ts';
import type { StrategyScreenProps } from './strategy-props.ts';

type StrategyFileProps = Pick<
  StrategyScreenProps,
  'file' | 'fileName' | 'strategy' | 'onExport' | 'onPickFile' | 'onApplyFile' | 'onCheckAgain'
>;

/** The strategy as one file: saved, and read in again after what it changes was looked at. */
export function StrategyFile(props: StrategyFileProps) {
  const t = useWords(words);
  const id = useId();
  return (
    <div class="strategy-file">
      <section class="panel" aria-labelledby={`${id}-export`}>
        <h2 id={`${id}-export`}>{t('exportHeading')}</h2>
        <p class="soft">{t('exportText')}</p>
        <div class="button-row">
          <button type="button" class="button" onClick={props.onExport}>
            <Icon shapes={Download} />
            {t('export')}
          </button>
        </div>
      </section>
      <section class="panel" aria-labelledby={`${id}-import`}>
        <h2 id={`${id}-import`}>{t('importHeading')}</h2>
        <p class="soft">{t('importText')}</p>
        <div class="field">
          <label class="field-label" for={`${id}-pick`}>
            {t('importPick')}
          </label>
          <input
            id={`${id}-pick`}
            class="input"
            type="file"
            accept=".yaml,.yml,application/yaml,text/yaml"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) props.onPickFile(file);
              // The same file, corrected, is another choice.
              currentTarget.value = '';
            }}
          />
        </div>
        {props.fileName === '' ? null : (
          <p class="small">
            <bdi>{props.fileName}</bdi>
          </p>
        )}
        <ImportResult {...props} />
      </section>
    </div>
  );
}

/** The field that a path leads to: the last of it that is no number of a list. */
const fieldOf = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';

/** Of these the sentence says too little by itself; what the reader of the file said is English. */
const IN_GENERAL: readonly FaultKind[] = ['yaml', 'wrong_form'];

function ImportResult({ file, strategy, onApplyFile, onCheckAgain }: StrategyFileProps) {
  const t = useWords(words);
  const explain = useFaultText();
  const problems = useWords(lineProblems);
  const format = useFormat();
  const { language } = useReader();
  const again = (
    <button type="button" class="button" onClick={onCheckAgain}>
      {t('importAgain')}
    </button>
  );
  switch (file.step) {
    case 'idle':
      return null;
    case 'checking':
      return <p role="status">{t('checking')}</p>;
    case 'changed':
      return (
        <Notice tone="warning" icon={CircleAlert} actions={again} urgent>
          {t('importChanged')}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="warning" icon={CloudOff} actions={again} urgent>
          {problems(file.problem)}
        </Notice>
      );
    case 'done':
      return (
        <p class="mark" role="status">
          <Icon shapes={CircleCheck} />
          {t('importDone', { count: file.count })}
        </p>
      );
    case 'faulty':
      return (
        <div class="import-preview" role="alert">
          <p class="danger">{t('importFaults', { count: file.faults.length })}</p>
          <ul class="import-faults">
            {file.faults.map(({ path, line, kind, message, wanted }) => (
              <li key={`${line} ${path} ${message}`}>
                <span>
                  {line === null ? null : <strong>{t('line', { line })} </strong>}
                  <code class="foreign">{path}</code>
                </span>
                <span>
                  {explain(kind, { name: fieldOf(path), kind: 'text' })}
                  {wanted === undefined ? null : <code class="foreign"> {wanted}</code>}
                </span>
                {language !== 'en' && !IN_GENERAL.includes(kind) ? null : (
                  <span class="small soft foreign" lang="en">
                    {message}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      );
    case 'preview':
      return file.changes.length === 0 ? (
        <p role="status">{t('importNothing')}</p>
      ) : (
        <div class="import-preview" role="status">
          <h3>{t('importPreview', { count: file.changes.length })}</h3>
          <ChangeLines changes={file.changes} strategy={strategy} />
          {file.waiting.length === 0 ? null : (
            <p class="goal-lack">
              {t('importWaits', { goals: format.list(file.waiting.map((id) => goalTitle(id, strategy, language))) })}
            </p>
          )}
          <div class="button-row">
            <button type="button" class="button button-primary" onClick={onApplyFile}>
              {t('importApply')}
            </button>
          </div>
        </div>
      );
  }
}
