import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { common, inbox, states } from '../../../locales/words.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useWords } from '../../language.tsx';
import { useOnceAnswered } from '../palette/use-once-answered.ts';
import { useTopicHits } from '../palette/use-topic-hits.ts';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps } from './panel-props.ts';

/** As many as there are digits to press. */
const OFFERED = 9;

/**
 * Which topic this one goes into: those that look alike first, any other by its words. Merging moves clips and
 * supporters, and can be taken back like every decision.
 */
export function MergePanel({ target, letterKeys, form, alike, onDecide, onFindTopics, onClose }: PanelProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const stateText = useWords(states);
  const id = useId();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { hits, answered } = useTopicHits(text, onFindTopics);
  const offered = (text.trim() === '' ? alike : hits)
    .filter((hit) => hit.id !== target.topic?.id && hit.state !== 'merged' && hit.state !== 'declined')
    .slice(0, OFFERED);

  // Digits choose from what looks alike; without that there is nothing to do but to search. It may be found only now.
  const first = useRef<HTMLButtonElement>(null);
  const hasTyped = useRef(false);
  const hasOffers = offered.length > 0;
  useLayoutEffect(() => {
    if (!hasTyped.current) (hasOffers ? form : field).current?.focus();
  }, [hasOffers, form]);

  // The only one is meant; of several, Enter goes to the first, and Enter there chooses it.
  const onEnter = useOnceAnswered(text, answered, () => {
    const [only] = offered;
    if (offered.length === 1 && only !== undefined) onDecide('merged', { into: only.id });
    else first.current?.focus();
  });

  const mergeText = target.count > 1 ? t('mergeTextMany', { count: target.count }) : t('mergeText');
  return (
    <PanelForm
      form={form}
      heading={target.count > 1 ? t('mergeHeadingMany', { count: target.count }) : t('mergeHeading')}
      // A letter on a choice is the first one of a search.
      onLetter={() => field.current?.focus()}
      onEnter={onEnter}
      onSubmit={onEnter}
    >
      <label class="field" for={`${id}-search`}>
        <span class="field-label">{t('mergeSearch')}</span>
        <input
          ref={field}
          id={`${id}-search`}
          class="input"
          type="search"
          value={text}
          onInput={({ currentTarget }) => {
            hasTyped.current = true;
            setText(currentTarget.value);
          }}
        />
      </label>
      <ol class="panel-list">
        {offered.map((hit, at) => (
          <li key={hit.id}>
            <button
              ref={at === 0 ? first : null}
              type="button"
              class="panel-choice"
              onClick={() => onDecide('merged', { into: hit.id })}
            >
              {letterKeys && text === '' ? <KeyCap keys={String(at + 1)} /> : null}
              <bdi>{hit.title}</bdi>
              <span class="small soft">{stateText(hit.state)}</span>
            </button>
          </li>
        ))}
      </ol>
      <div class="panel-actions">
        <span class="small soft" role="status">
          {offered.length > 0 ? mergeText : t(text.trim().length < 2 ? 'mergeNone' : 'mergeNotFound')}
        </span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
      </div>
    </PanelForm>
  );
}

/** The topic that a digit means, from 1. */
export const mergeTargetOf = ({ alike, target }: PanelProps, digit: number): string | null =>
  alike.filter((hit) => hit.id !== target.topic?.id && hit.state !== 'merged' && hit.state !== 'declined')[digit - 1]
    ?.id ?? null;
