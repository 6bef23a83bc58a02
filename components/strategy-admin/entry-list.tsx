import Plus from 'lucide/dist/esm/icons/plus.mjs';
import { missingInGoal } from '../../desk/goals.ts';
import { strategy as words } from '../../locales/words.ts';
import type { EntrySection, StrategyView } from '../../protocol/strategy-edit.ts';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { entriesOf, entryName, isResting } from './entry-text.ts';
import type { KeepingView } from './strategy-props.ts';
import { useFocusOnClosed } from './use-focus-on-closed.ts';

type EntryListProps = {
  section: EntrySection;
  view: StrategyView;
  /** Null: a new one stands open, or none. */
  openId: string | null;
  isOpen: boolean;
  unsaved: KeepingView['unsaved'];
  onOpen(section: EntrySection, id: string | null): void;
};

/** The entries of a section by name, with what is to be known of each before it is opened. */
export function EntryList({ section, view, openId, isOpen, unsaved, onOpen }: EntryListProps) {
  const t = useWords(words);
  const { language } = useReader();
  const list = useFocusOnClosed(isOpen);
  const entries = entriesOf(view, section, language);
  const notes = (id: string): string[] => {
    const goal = section === 'goals' ? view.goals.find((each) => each.id === id) : undefined;
    const person = section === 'people' ? view.people.find((each) => each.id === id) : undefined;
    const entry = entries.find((each) => each.id === id);
    return [
      unsaved[section]?.includes(id) && t('unsaved'),
      goal !== undefined && goal.state !== 'closed' && missingInGoal(goal).length > 0 && t('draft'),
      person !== undefined && person.source !== 'strategy' && t('notListed'),
      entry !== undefined && isResting(entry) && t(section === 'goals' ? 'closed' : 'inactive'),
    ].filter((note) => typeof note === 'string');
  };
  return (
    <nav ref={list} class="entry-list" aria-label={t(section)}>
      <button type="button" class="button" onClick={() => onOpen(section, null)}>
        <Icon shapes={Plus} />
        {t('add')}
      </button>
      {entries.length === 0 ? <p class="soft">{t('nothingYet')}</p> : null}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              class="entry-line"
              aria-current={entry.id === openId ? 'true' : undefined}
              onClick={() => onOpen(section, entry.id)}
            >
              <bdi class="foreign">{entryName(entry, language)}</bdi>
              {notes(entry.id).map((note) => (
                <span key={note} class="small soft">
                  {note}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
