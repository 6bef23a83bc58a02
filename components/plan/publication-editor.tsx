import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { textIn } from '../../locales/local-text.ts';
import { common, plan as planWords, publicationStates } from '../../locales/words.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import { PUBLICATION_STATES, type PublicationInput } from '../../protocol/publication.ts';
import type { Channel } from '../../protocol/strategy.ts';
import type { Topic } from '../../protocol/topic.ts';
import { ClearanceGate, closedGate } from '../clearance/clearance-gate.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { Strategy } from '../strategy.ts';
import { TypedDate } from '../typed-date.tsx';
import { dayAt, dayInput, LAST_DAY } from './day-at.ts';
import { PublicationDetails } from './publication-details.tsx';

type PublicationEditorProps = {
  publication: PublicationInput;
  title: string;
  /** Not in the plan yet. */
  fresh: boolean;
  channels: readonly Channel[];
  strategy: Strategy;
  /** Null while this device does not hold it. */
  topic: Topic | null;
  /** What stands in the form now. */
  onForm(publication: PublicationInput): void;
  onSave(publication: PublicationInput): void;
  /** Takes the topic into work: before that nothing of it is published. */
  onBegin(): void;
  onOpenTopic(): void;
  onClose(): void;
};

/** Channel, day, state and address of one appearance. Saves on Ctrl+Enter, closes on Escape. */
export function PublicationEditor({
  publication,
  title,
  fresh,
  channels,
  strategy,
  topic,
  onForm,
  onSave,
  onBegin,
  onOpenTopic,
  onClose,
}: PublicationEditorProps) {
  const t = useWords(planWords);
  const stateText = useWords(publicationStates);
  const says = useWords(common);
  const { language, now } = useReader();
  const format = useFormat();
  const id = useId();
  const first = useRef<HTMLSelectElement>(null);
  const [form, setTyped] = useState(publication);
  const setForm = (next: PublicationInput) => {
    setTyped(next);
    onForm(next);
  };
  const [tried, setTried] = useState(false);
  const { timeZone } = strategy.rules;
  const isOut = form.state === 'published';
  const at = isOut ? (form.publishedAt ?? soFar(form.dueAt, now)) : form.dueAt;
  const mustBegin = topic?.state === 'accepted';
  const clearance = topic?.clearance ?? null;
  const embargoUntil = topic?.embargoUntil ?? null;
  // Its own embargo, as it stands in the form: the queue says the same.
  const ends = publication.state === 'published' ? null : (form.embargoUntil ?? null);
  const isKeptBack = ends !== null && ends > now;
  const mayNotAppear =
    isKeptBack ||
    mustBegin ||
    (publication.state !== 'published' && closedGate({ mark: clearance, embargoUntil }, now) !== null);
  const address = form.address?.trim() ?? '';
  const wrongAddress = address !== '' && !isWebAddress(address);

  useEffect(() => {
    first.current?.focus({ preventScroll: true });
    first.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);

  const save = () => {
    setTried(true);
    if (wrongAddress || (isOut && isKeptBack)) return;
    const publishedAt = isOut ? soFar(at, now) : null;
    onSave({ ...form, publishedAt, address: address === '' ? null : address });
  };
  return (
    <form
      class="panel publication-editor"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <header class="panel-head">
        <h2 id={`${id}-title`} class="foreign">
          {title}
        </h2>
        <button type="button" class="button button-quiet" onClick={onOpenTopic}>
          {t('openTopic')}
        </button>
      </header>
      <div class="editor-fields">
        <div class="field">
          <label class="field-label" for={`${id}-channel`}>
            {t('channel')}
          </label>
          <select
            ref={first}
            id={`${id}-channel`}
            class="input"
            value={form.channelId}
            onChange={({ currentTarget }) => setForm({ ...form, channelId: currentTarget.value })}
          >
            {channels.map((channel) => (
              <option key={channel.id} value={channel.id}>
                {textIn(language, channel.name)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label class="field-label" for={`${id}-state`}>
            {t('publicationState')}
          </label>
          <select
            id={`${id}-state`}
            class="input"
            value={form.state}
            onChange={({ currentTarget }) => {
              const state = PUBLICATION_STATES.find((each) => each === currentTarget.value);
              if (state !== undefined)
                setForm({ ...form, state, publishedAt: state === 'published' ? soFar(form.dueAt, now) : null });
            }}
          >
            {PUBLICATION_STATES.map((state) => (
              <option key={state} value={state} disabled={state === 'published' && mayNotAppear}>
                {stateText(state)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label class="field-label" for={`${id}-day`}>
            {t(isOut ? 'publishedOn' : 'plannedFor')}
          </label>
          <TypedDate
            id={`${id}-day`}
            type="date"
            max={isOut ? dayInput(now, timeZone) : LAST_DAY}
            value={at === null ? '' : dayInput(at, timeZone)}
            onValue={(text) => {
              const day = dayAt(text, timeZone);
              setForm(isOut ? { ...form, publishedAt: day } : { ...form, dueAt: day });
            }}
          />
        </div>
        <div class="field editor-address">
          <label class="field-label" for={`${id}-address`}>
            {t('publishedAddress')}
          </label>
          <input
            id={`${id}-address`}
            class="input"
            type="url"
            inputMode="url"
            placeholder="https://"
            value={form.address ?? ''}
            aria-invalid={tried && wrongAddress}
            aria-describedby={wrongAddress ? `${id}-wrong` : undefined}
            onInput={({ currentTarget }) => setForm({ ...form, address: currentTarget.value })}
          />
          {tried && wrongAddress ? (
            <p id={`${id}-wrong`} class="small danger" role="alert">
              {t('wrongAddress')}
            </p>
          ) : null}
        </div>
      </div>
      <PublicationDetails form={form} strategy={strategy} topic={topic} onForm={setForm} />
      {publication.state === 'published' ? null : <ClearanceGate mark={clearance} embargoUntil={embargoUntil} />}
      {isKeptBack ? (
        <Notice tone={isOut ? 'danger' : 'warning'} icon={CircleAlert}>
          {t('embargoKeeps', { when: format.when(ends) })}
        </Notice>
      ) : null}
      {mustBegin ? (
        <p class="editor-begin">
          {t('beginFirst')}{' '}
          <button
            type="button"
            class="button"
            onClick={() => {
              // The button goes once the work has begun: the focus must not go with it.
              first.current?.focus();
              onBegin();
            }}
          >
            {t('begin')}
          </button>
        </p>
      ) : null}
      <div class="button-row">
        <button type="submit" class="button button-primary">
          {t(fresh ? 'addToPlan' : 'savePlan')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {says('cancel')}
        </button>
      </div>
    </form>
  );
}

/** The planned day, or now while that lies ahead: nothing is out before it is. */
const soFar = (at: number | null, now: number): number => Math.min(at ?? now, now);
