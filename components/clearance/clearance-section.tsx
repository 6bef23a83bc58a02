import './clearance.css';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import type { TopicClearance } from '../../desk/clearance-views.ts';
import { clearanceStates, clearance as words } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import { ClearanceFacts } from './clearance-facts.tsx';
import { ClearanceMark } from './clearance-mark.tsx';
import { ClearanceSteps } from './clearance-steps.tsx';
import { ClearanceTerms } from './clearance-terms.tsx';
import { LastRefusal } from './last-refusal.tsx';

type ClearanceSectionProps = { found: TopicClearance; onDrop(): void };

/** The clearance in the pane of its topic: how it stands, whose turn it is, and every step; nothing where none was asked for. */
export function ClearanceSection({ found: { view, mayDrop }, onDrop }: ClearanceSectionProps) {
  const t = useWords(words);
  const standing = useWords(clearanceStates);
  if (view === null) return null;
  const { clearance, waiting } = view;
  return (
    <section class="clearance-section" aria-label={t('title')} data-clearance={clearance.state}>
      <p class="clearance-standing">
        <strong>
          {clearance.state === 'not_needed' ? standing('not_needed') : <ClearanceMark mark={clearance} />}
        </strong>
        {waiting ? (
          <span class="mark row-waiting">
            <Icon shapes={CloudOff} />
            {t('waiting')}
          </span>
        ) : null}
        {mayDrop ? (
          <button type="button" class="button button-quiet" onClick={onDrop}>
            {t('notNeeded')}
          </button>
        ) : null}
      </p>
      <ClearanceFacts clearance={clearance} />
      <ClearanceTerms mark={clearance} />
      <LastRefusal clearance={clearance} />
      <details class="fold">
        <summary>{t('history')}</summary>
        <ClearanceSteps steps={clearance.steps} />
      </details>
    </section>
  );
}
