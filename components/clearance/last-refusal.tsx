import { clearance as words } from '../../locales/words.ts';
import type { Clearance } from '../../protocol/clearance.ts';
import { useFormat, useWords } from '../language.tsx';

/** That what was asked for last was refused: by whom, when, and with which words; nothing where it was not. */
export function LastRefusal({ clearance: { state, steps } }: { clearance: Pick<Clearance, 'state' | 'steps'> }) {
  const t = useWords(words);
  const format = useFormat();
  const refusal = state === 'refused' ? steps.findLast(({ kind }) => kind === 'refused') : undefined;
  if (refusal === undefined) return null;
  const when = format.relative(refusal.at);
  return (
    <div class="clearance-refusal">
      <p>
        <bdi>{refusal.by === null ? t('refused', { when }) : t('refusedBy', { name: refusal.by.name, when })}</bdi>
      </p>
      {refusal.note === null ? null : (
        <p class="foreign clearance-said" dir="auto">
          {refusal.note}
        </p>
      )}
    </div>
  );
}
