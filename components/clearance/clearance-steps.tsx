import { clearance as words } from '../../locales/words.ts';
import type { ClearanceStep, ClearanceStepKind } from '../../protocol/clearance.ts';
import { useFormat, useWords } from '../language.tsx';
import { ClearanceTerms } from './clearance-terms.tsx';

const SAID = {
  opened: 'stepOpened',
  raised: 'stepRaised',
  merged: 'stepMerged',
  asked: 'stepAsked',
  not_needed: 'stepNotNeeded',
  open: 'stepOpen',
  cleared: 'stepCleared',
  cleared_with_conditions: 'stepClearedWithConditions',
  refused: 'stepRefused',
} as const satisfies Record<ClearanceStepKind, string>;

/** Everything that happened to a clearance, oldest first: who, when, and what was said. */
export function ClearanceSteps({ steps }: { steps: readonly ClearanceStep[] }) {
  const t = useWords(words);
  const format = useFormat();
  const said = ({ kind, by }: ClearanceStep): string => {
    const name = by?.name ?? '';
    switch (kind) {
      case 'opened':
      case 'raised':
      case 'merged':
        return t(SAID[kind]);
      default:
        return t(SAID[kind], { name });
    }
  };
  return (
    <ol class="clearance-steps" aria-label={t('history')}>
      {steps.map((step) => (
        <li key={step.id}>
          <span>
            <bdi>{said(step)}</bdi>{' '}
            <time class="small soft" dateTime={new Date(step.at).toISOString()} title={format.moment(step.at)}>
              {format.relative(step.at)}
            </time>
          </span>
          {step.ruleId === null ? null : <p class="small soft">{t('rule', { rule: step.ruleId })}</p>}
          {step.note === null ? null : (
            <p class="foreign clearance-said" dir="auto">
              {step.note}
            </p>
          )}
          <ClearanceTerms mark={step} />
        </li>
      ))}
    </ol>
  );
}
