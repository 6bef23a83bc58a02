import ChartColumn from 'lucide/dist/esm/icons/chart-column.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import type { ComponentChildren } from 'preact';
import { plan as planWords } from '../../locales/words.ts';
import type { Figures } from '../../protocol/figures.ts';
import { EmptyState } from '../empty-state.tsx';
import { useFormat, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { FiguresView } from './plan-props.ts';

type FiguresFrameProps = FiguresView & { onReload(): void; children(figures: Figures): ComponentChildren };

/** Around every picture of figures: when they were counted, that they are being counted, why there are none. */
export function FiguresFrame({ figures, countedAt, loading, problem, onReload, children }: FiguresFrameProps) {
  const t = useWords(planWords);
  const format = useFormat();
  const again = (
    <button type="button" class="button" onClick={onReload}>
      {t('reload')}
    </button>
  );
  if (figures === null)
    return loading ? (
      <p class="plan-loading" role="status">
        {t('loading')}
      </p>
    ) : (
      <EmptyState
        icon={problem === null ? ChartColumn : CloudOff}
        title={t('noFigures')}
        text={t(problem === null ? 'noFiguresYet' : 'noFiguresOffline')}
      >
        {again}
      </EmptyState>
    );
  return (
    <div class="figures">
      {problem === null ? null : (
        <Notice tone="plain" icon={CloudOff} actions={again}>
          {t('oldFigures', { when: format.relative(countedAt ?? 0) })}
        </Notice>
      )}
      {children(figures)}
      <p class="small soft">
        {t('countedBy', { from: format.date(figures.from), to: format.date(figures.to - 1) })}
        {' · '}
        {figures.suggesters === null ? t('tooFewPeople') : t('people', { count: figures.suggesters })}
      </p>
    </div>
  );
}
