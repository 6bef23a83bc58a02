import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { withState } from '../../../desk/topic-filter.ts';
import { commands, finding as findingWords, inbox, states } from '../../../locales/words.ts';
import { STATES } from '../../../protocol/topic.ts';
import { useWords } from '../../language.tsx';
import { useDialog } from '../../use-dialog.ts';
import { type CommandName, choosable } from '../commands/command-table.ts';
import type { Situation } from '../commands/situation.ts';
import type { InboxScreenProps } from '../inbox-props.ts';
import { commandEntry, offered, type PaletteEntry, stateEntry, topicEntry, viewEntry } from './palette-entries.ts';
import { PaletteOption } from './palette-option.tsx';
import { useOnceAnswered } from './use-once-answered.ts';
import { useTopicHits } from './use-topic-hits.ts';

type PaletteProps = Pick<
  InboxScreenProps,
  'filter' | 'finding' | 'recent' | 'letterKeys' | 'onFindTopics' | 'onFilter' | 'onOpen' | 'onUsed'
> & { situation: Situation; onRun(name: CommandName): void; onClose(): void } & {
  /** True from Enter on a topic until it was chosen: what is pressed meanwhile is not for the field. */
  onChoosing(isChoosing: boolean): void;
};

/** Everything by typing: a combobox over a listbox in a native dialog. What is chosen runs after it closed. */
export function Palette(props: PaletteProps) {
  const { situation, recent, filter, finding, letterKeys } = props;
  const t = useWords(inbox);
  const commandText = useWords(commands);
  const stateText = useWords(states);
  const finds = useWords(findingWords);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  /** By its key: an answer may put another entry in its place. Null: the first one. */
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const { hits, answered } = useTopicHits(query, props.onFindTopics);
  useDialog(dialog);

  const entries = [
    ...offered(
      [
        ...choosable({ ...situation, overlay: null }).map((command) =>
          commandEntry(command, commandText(command.name)),
        ),
        ...finding.views.map((view, place) =>
          viewEntry(view, place, t('goTo', { view: view.kind === 'builtIn' ? finds(view.name) : view.name })),
        ),
        ...STATES.map((state) => stateEntry(state, t('goTo', { view: stateText(state) }))),
        stateEntry(null, t('goTo', { view: t('allStates') })),
      ],
      query,
      recent,
    ),
    ...hits.map(topicEntry),
  ];
  const isGone = activeKey !== null && entries.every(({ key }) => key !== activeKey);
  const at = Math.min(
    entries.length - 1,
    Math.max(
      0,
      entries.findIndex(({ key }) => key === activeKey),
    ),
  );

  useEffect(() => {
    dialog.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const choose = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    props.onUsed(entry.key);
    // Closed first: the focus returns to where it was, and what runs may move it from there.
    dialog.current?.close();
    props.onClose();
    if (entry.kind === 'command') props.onRun(entry.name);
    else if (entry.kind === 'view') finding.onView(entry.view);
    else if (entry.kind === 'state') props.onFilter(withState(filter, entry.state, finding.brought));
    else props.onOpen(entry.hit.id);
  };

  const chooseActive = () => {
    // What was chosen went with an answer: the one that is marked now was not meant.
    if (isGone) setActiveKey(null);
    else choose(entries[at]);
  };
  const chooseTopic = useOnceAnswered(query, answered, chooseActive, props.onChoosing);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const last = entries.length - 1;
    const target = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key];
    if (target !== undefined) setActiveKey(entries[target]?.key ?? null);
    else if (event.key === 'Enter' && (entries[at]?.kind ?? 'topic') === 'topic') chooseTopic();
    else if (event.key === 'Enter') chooseActive();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label={t('palette')}
      onClose={props.onClose}
      // A click beside it closes it, as everywhere.
      onPointerDown={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div class="palette-box">
        <input
          class="input palette-input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-label={t('paletteSearch')}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={entries.length === 0 ? undefined : `${id}-${at}`}
          placeholder={t('paletteSearch')}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActiveKey(null);
          }}
          onKeyDown={onKeyDown}
        />
        <div role="listbox" id={id} aria-label={t('palette')} class="palette-list">
          {entries.map((entry, place) => (
            <PaletteOption
              key={entry.key}
              id={`${id}-${place}`}
              at={place}
              entry={entry}
              active={place === at}
              letterKeys={letterKeys}
              onChoose={() => choose(entry)}
            />
          ))}
        </div>
        <p class="palette-empty small soft" role="status">
          {entries.length === 0 ? t('paletteEmpty') : ''}
        </p>
      </div>
    </dialog>
  );
}
