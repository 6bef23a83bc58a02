import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { common, inbox } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';
import type { FoundTopic } from '../inbox-props.ts';
import { useOnceAnswered } from '../palette/use-once-answered.ts';
import { useTopicHits } from '../palette/use-topic-hits.ts';
import { MERGE_OFFERS } from './merge-offers.ts';
import { MergeOption } from './merge-option.tsx';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps, Target } from './panel-props.ts';

/**
 * Which topic this one goes into: those that look alike first, any other by its words. A combobox over a listbox: arrows
 * choose, Enter merges. Merging moves clips and supporters, and can be taken back like every decision.
 */
export function MergePanel({ target, letterKeys, form, strategy, alike, onDecide, onFindTopics, onClose }: PanelProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const id = useId();
  const [text, setText] = useState('');
  /** What an arrow led to. By its id: the answer to a search may put another topic in its place. */
  const [chosenId, setChosenId] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { hits, answered } = useTopicHits(text, onFindTopics);
  const offered = (text.trim() === '' ? alike : hits).filter((hit) => mayTakeIn(target, hit)).slice(0, MERGE_OFFERS);
  const at = Math.max(
    0,
    offered.findIndex(({ id: topicId }) => topicId === chosenId),
  );

  // Digits choose from what looks alike; without that there is nothing to do but to search. It may be found only now.
  const hasTyped = useRef(false);
  const hasOffers = offered.length > 0;
  useLayoutEffect(() => {
    if (!hasTyped.current) (hasOffers ? form : field).current?.focus();
  }, [hasOffers, form]);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const merge = useOnceAnswered(text, answered, () => {
    const into = offered[at];
    // What was chosen went with the answer: the one that is marked now was not meant.
    if (chosenId !== null && into?.id !== chosenId) setChosenId(null);
    else if (into !== undefined) onDecide('merged', { into: into.id });
  });
  const move = (by: 1 | -1) => setChosenId(offered[Math.max(0, Math.min(offered.length - 1, at + by))]?.id ?? null);

  // One of those that are picked may take in the others.
  const moving = target.count - (target.topic === null && target.ids.has(offered[at]?.id ?? '') ? 1 : 0);
  const mergeText = target.count > 1 ? t('mergeTextMany', { count: moving }) : t('mergeText');
  return (
    <PanelForm
      form={form}
      heading={target.count > 1 ? t('mergeHeadingMany', { count: target.count }) : t('mergeHeading')}
      // A letter beside the field is the first one of a search.
      onLetter={() => field.current?.focus()}
      // On the panel itself it leads to where the next one merges.
      onEnter={() => field.current?.focus()}
      onArrow={(by) => {
        field.current?.focus();
        move(by);
      }}
      onSubmit={merge}
    >
      <label class="field" for={`${id}-search`}>
        <span class="field-label">{t(target.count > 1 ? 'mergeSearchMany' : 'mergeSearch')}</span>
        <input
          ref={field}
          id={`${id}-search`}
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-expanded={hasOffers}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hasOffers ? `${id}-${at}` : undefined}
          value={text}
          onInput={({ currentTarget }) => {
            hasTyped.current = true;
            setText(currentTarget.value);
            setChosenId(null);
          }}
          onKeyDown={(event) => {
            // Held down from the panel on, it decides nothing.
            if (event.key === 'Enter' && event.repeat) event.preventDefault();
            const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
            if (by === undefined || event.isComposing) return;
            event.preventDefault();
            move(by);
          }}
        />
      </label>
      <div ref={list} role="listbox" id={`${id}-list`} aria-label={t('mergeOffers')} class="panel-list">
        {offered.map((hit, place) => (
          <MergeOption
            key={hit.id}
            id={`${id}-${place}`}
            at={place}
            hit={hit}
            strategy={strategy}
            active={place === at}
            showsKey={letterKeys && text === ''}
            onChoose={() => onDecide('merged', { into: hit.id })}
          />
        ))}
      </div>
      <div class="panel-actions">
        <span class="small soft" role="status">
          {hasOffers ? mergeText : t(text.trim().length < 2 ? 'mergeNone' : 'mergeNotFound')}
        </span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
      </div>
    </PanelForm>
  );
}

/** A topic never goes into itself. */
function mayTakeIn({ ids }: Target, { id, state }: FoundTopic): boolean {
  return !(ids.size === 1 && ids.has(id)) && state !== 'merged' && state !== 'declined';
}

/** The topic that a digit means, from 1. */
export const mergeTargetOf = ({ alike, target }: PanelProps, digit: number): string | null =>
  alike.filter((hit) => mayTakeIn(target, hit))[digit - 1]?.id ?? null;
