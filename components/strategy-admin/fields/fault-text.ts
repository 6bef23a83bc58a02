import { strategyFaults, strategyWanted } from '../../../locales/words.ts';
import type { FaultKind } from '../../../protocol/strategy-fault.ts';
import { useWords } from '../../language.tsx';
import type { Field } from '../entry-fields.ts';

type Wanted = keyof (typeof strategyWanted)['de'];
const isWanted = (name: string): name is Wanted => Object.hasOwn(strategyWanted.de, name);

/** That the value does not fit its place, however it does not. */
const OF_FORM: readonly FaultKind[] = ['wrong_form', 'not_number', 'not_text', 'not_list', 'not_fields', 'not_offered'];

/** What is wrong with a field in a sentence: what is wanted there, where something can be said of it. */
export function useFaultText(): (kind: FaultKind, field: Pick<Field, 'name' | 'kind' | 'label'>) => string {
  const explain = useWords(strategyFaults);
  const wanted = useWords(strategyWanted);
  return (kind, { name, label, kind: input }) => {
    if (kind === 'missing' && name === 'hosts') return wanted('place');
    if (kind === 'missing' && name === 'name') return wanted(input === 'text' ? 'personName' : 'localName');
    if (kind === 'missing' && name === 'title') return wanted(label === 'ruleTitle' ? 'localName' : 'localGoal');
    // In a form what is wanted in a field says more than what kind of value stood there.
    if (!OF_FORM.includes(kind)) return explain(kind);
    return isWanted(name) ? wanted(name) : input === 'number' ? wanted('number') : explain(kind);
  };
}
