import { isOverdue } from '../../desk/clearances.ts';
import { clearanceLevels, clearance as words } from '../../locales/words.ts';
import type { Clearance } from '../../protocol/clearance.ts';
import { useFormat, useReader, useWords } from '../language.tsx';

const FLAGS = ['personalData', 'thirdPartyRights', 'insider'] as const;

/** How confidential it is, what else matters, and by when an answer is wanted. */
export function ClearanceFacts({ clearance }: { clearance: Clearance }) {
  const t = useWords(words);
  const levelText = useWords(clearanceLevels);
  const format = useFormat();
  const { now } = useReader();
  const { level, flags, state, dueAt, clearer } = clearance;
  const late = isOverdue(clearance, now);
  return (
    <p class="clearance-facts small">
      <span class="clearance-label">{levelText(level)}</span>
      {FLAGS.filter((flag) => flags[flag]).map((flag) => (
        <span key={flag} class="clearance-label">
          {t(flag)}
        </span>
      ))}
      {state !== 'open' ? null : (
        <bdi class="soft">{clearer === null ? t('waitsForRole') : t('waitsFor', { name: clearer.name })}</bdi>
      )}
      {state !== 'open' || dueAt === null ? null : (
        <time class={late ? 'clearance-late' : 'soft'} dateTime={new Date(dueAt).toISOString()}>
          {t(late ? 'overdue' : 'due', { when: format.when(dueAt) })}
        </time>
      )}
    </p>
  );
}
