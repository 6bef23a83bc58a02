import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import FileClock from 'lucide/dist/esm/icons/file-clock.mjs';
import { lineProblems, strategy as words } from '../../locales/words.ts';
import type { StrategyVersion } from '../../protocol/strategy-history.ts';
import { EmptyState } from '../empty-state.tsx';
import { useFormat, useWords } from '../language.tsx';
import { ChangeLines } from './change-lines.tsx';
import type { StrategyScreenProps } from './strategy-props.ts';

type HistoryProps = Pick<StrategyScreenProps, 'history' | 'strategy' | 'onOlder' | 'onReloadHistory'>;

/** Who changed what of the strategy, the newest first. */
export function History({ history: { versions, more, problem }, strategy, onOlder, onReloadHistory }: HistoryProps) {
  const t = useWords(words);
  const explain = useWords(lineProblems);
  if (versions === null)
    return problem === null ? (
      <p class="strategy-loading" role="status">
        {t('loading')}
      </p>
    ) : (
      <EmptyState icon={CloudOff} title={t('historyNotLoaded')} text={explain(problem)}>
        <button type="button" class="button" onClick={onReloadHistory}>
          {t('reload')}
        </button>
      </EmptyState>
    );
  if (versions.length === 0)
    return <EmptyState icon={FileClock} title={t('historyEmpty')} text={t('historyEmptyText')} />;
  return (
    <div class="panel history">
      <h2>{t('history')}</h2>
      <ol>
        {versions.map((version) => (
          <Version key={version.number} version={version} strategy={strategy} />
        ))}
      </ol>
      {more ? (
        <button type="button" class="button" onClick={onOlder}>
          {t('older')}
        </button>
      ) : null}
    </div>
  );
}

/** Of a version that changed much, the first entries are shown. */
const SHOWN = 5;

function Version({ version, strategy }: { version: StrategyVersion } & Pick<HistoryProps, 'strategy'>) {
  const t = useWords(words);
  const format = useFormat();
  const { changes } = version;
  const rest = changes.slice(SHOWN);
  return (
    <li class="version">
      <p>
        <strong>{version.by?.name ?? version.account ?? t('theMachine')}</strong>{' '}
        <span class="soft">
          · {t(`way.${version.way}`)} · <time title={format.moment(version.at)}>{format.relative(version.at)}</time>
        </span>
      </p>
      <ChangeLines changes={changes.slice(0, SHOWN)} strategy={strategy} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{t('moreChanges', { count: rest.length })}</summary>
          <ChangeLines changes={rest} strategy={strategy} />
        </details>
      )}
    </li>
  );
}
