import { clearanceLevels, kinds, personalData, strategyChoices } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import type { Said } from './entry-fields.ts';

/** How a member of a choice is called: where `said` is undefined, by the strategy's own choices. An unknown one is itself. */
export function useChoiceName(): (said: Said | undefined, id: string) => string {
  const own = useWords(strategyChoices);
  const level = useWords(clearanceLevels);
  const kind = useWords(kinds);
  const personal = useWords(personalData);
  return (said, id) => {
    if (said === 'levels') return level(id as Parameters<typeof level>[0]);
    if (said === 'kinds') return kind(id as Parameters<typeof kind>[0]);
    if (said === 'personalData') return personal(id as Parameters<typeof personal>[0]);
    return own(id as Parameters<typeof own>[0]);
  };
}
