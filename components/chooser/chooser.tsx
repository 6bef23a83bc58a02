import Check from 'lucide/dist/esm/icons/check.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconShapes } from '../icon.tsx';
import { matchesWords } from './match.ts';
import './chooser.css';

type Choice = {
  id: string;
  name: string;
  /** A second, quieter line; searched as well. */
  hint?: string;
};

type ChooserProps = {
  icon: IconShapes;
  /** What is chosen here: "Department". */
  label: string;
  searchLabel: string;
  emptyLabel: string;
  placeholder: string;
  choices: readonly Choice[];
  chosenId: string | null;
  /** The key that opens it, as `aria-keyshortcuts` spells it. */
  shortcut?: string;
  open: boolean;
  onOpen(open: boolean): void;
  onChoose(id: string): void;
};

/** A chip that opens to a searchable list: a button, then a combobox over a listbox, all by keyboard. */
export function Chooser(props: ChooserProps) {
  const { icon, label, choices, chosenId, placeholder, shortcut, open, onOpen } = props;
  const button = useRef<HTMLButtonElement>(null);
  const chosen = choices.find((choice) => choice.id === chosenId);
  // Enter chose, so the next Enter saves; the focus stays here, so that Tab leads to the next field.
  const hasJustChosen = useRef(false);

  const close = (hasChosen = false) => {
    hasJustChosen.current = hasChosen;
    onOpen(false);
    button.current?.focus();
  };

  return (
    <div
      class="chooser"
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && event.currentTarget.contains(next)) return;
        hasJustChosen.current = false;
        if (open) onOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="chip"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-keyshortcuts={shortcut}
        onClick={() => onOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !hasJustChosen.current) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      >
        <Icon shapes={icon} />
        <span class="hidden-text">{label}: </span>
        <span class="chip-name" title={chosen?.name}>
          {chosen?.name ?? placeholder}
        </span>
        <Icon shapes={ChevronDown} />
      </button>
      {open ? <ChoiceList {...props} onClose={close} /> : null}
    </div>
  );
}

function ChoiceList(props: ChooserProps & { onClose(hasChosen?: boolean): void }) {
  const { label, searchLabel, emptyLabel, choices, chosenId, onChoose, onClose } = props;
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const found = choices.filter((choice) => matchesWords(`${choice.name} ${choice.hint ?? ''}`, query));
  const [activeId, setActiveId] = useState(chosenId);
  const activeAt = Math.max(
    0,
    found.findIndex((choice) => choice.id === activeId),
  );

  // Before the next key: what is typed right behind the key that opens the list would stand in the title, and Enter save it.
  useLayoutEffect(() => panel.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    panel.current?.querySelector(`[data-at="${activeAt}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [activeAt]);

  const choose = (choiceId: string) => {
    onChoose(choiceId);
    onClose(true);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const target = { ArrowDown: activeAt + 1, ArrowUp: activeAt - 1, PageDown: activeAt + 6, PageUp: activeAt - 6 }[
      event.key
    ];
    if (target !== undefined) setActiveId(found[Math.min(found.length - 1, Math.max(0, target))]?.id ?? null);
    else if (event.key === 'Enter') {
      const choice = found[activeAt];
      if (choice !== undefined) choose(choice.id);
    } else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    // Enter and Escape mean the list here, not the form or the window around it.
    event.stopPropagation();
  };

  return (
    <div ref={panel} class="chooser-panel">
      <input
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={searchLabel}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${activeAt}`}
        placeholder={searchLabel}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActiveId(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label={label} class="choices">
        {found.map((choice, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the combobox, which keeps the focus
          <div
            key={choice.id}
            id={`${id}-${at}`}
            data-at={at}
            role="option"
            tabIndex={-1}
            aria-selected={choice.id === chosenId}
            class={at === activeAt ? 'choice choice-active' : 'choice'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice.id)}
          >
            <span class="choice-name">{choice.name}</span>
            {choice.id === chosenId ? <Icon shapes={Check} /> : null}
            {choice.hint === undefined ? null : <span class="choice-hint">{choice.hint}</span>}
          </div>
        ))}
      </div>
      <p class="choices-empty" role="status">
        {found.length === 0 ? emptyLabel : ''}
      </p>
    </div>
  );
}
