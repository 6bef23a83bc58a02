import { strategyFields } from '../../locales/words.ts';
import type { StrategyView } from '../../protocol/strategy-edit.ts';
import { useReader, useWords } from '../language.tsx';
import { fieldOf } from './entry-fields.ts';
import { entriesOf, entryName } from './entry-text.ts';
import { placeOf } from './place-of.ts';
import { SectionName } from './section-name.tsx';

/** Where a fault is, as the screen calls it: the entry and its field. What cannot be found stands there as the path. */
export function FaultPlace({ path, view }: { path: string; view: StrategyView }) {
  const label = useWords(strategyFields);
  const { language } = useReader();
  const place = placeOf(path, view);
  if (place === null) return <span class="foreign">{path}</span>;
  const { section, id, field } = place;
  const entry = entriesOf(view, section, language).find((each) => each.id === id);
  const known = field === null ? undefined : fieldOf(section, field);
  return (
    <>
      <SectionName section={section} />{' '}
      <span class="foreign">{entry === undefined ? id : entryName(entry, language)}</span>
      {known === undefined ? null : `, ${label(known.label ?? (known.name as Parameters<typeof label>[0]))}`}
    </>
  );
}
