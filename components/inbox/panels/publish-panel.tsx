import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { textIn } from '../../../locales/local-text.ts';
import { common, inbox, plan } from '../../../locales/words.ts';
import type { Clearance, ClearanceMark } from '../../../protocol/clearance.ts';
import { isWebAddress } from '../../../protocol/clip.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import type { PublicationInput } from '../../../protocol/publication.ts';
import type { Channel } from '../../../protocol/strategy.ts';
import { ClearanceGate, closedGate } from '../../clearance/clearance-gate.tsx';
import { KeyCap } from '../../key-cap.tsx';
import { useFormat, useReader, useWords } from '../../language.tsx';
import { Notice } from '../../notice.tsx';
import { dateText, dayAt, dayInput } from '../../plan/day-at.ts';
import { PanelForm } from './panel-form.tsx';
import type { PublishDraft } from './panel-props.ts';

type PublishPanelProps = {
  form: RefObject<HTMLFormElement | null>;
  topicId: string;
  channels: readonly Channel[];
  /** The desk's: days are its own, wherever the device is. */
  timeZone: string;
  /** What the plan holds for the topic and is not out yet, the nearest first. */
  planned: readonly PublicationInput[];
  /** How the topic's clearance stands. */
  clearance: ClearanceMark | null;
  /** Its steps, where they are at hand. */
  clearanceSteps?: Clearance['steps'] | undefined;
  /** When the embargo of its pages ends. */
  embargoUntil: number | null;
  draft: PublishDraft;
  onDraft(draft: PublishDraft): void;
  onPublish(publication: PublicationInput): void;
  /** There is no channel that anything could appear on. */
  onPublishNowhere(): void;
  onClose(): void;
};

/** Where and when the topic appeared, with its address where it has one: what the plan says is filled in. */
export function PublishPanel(props: PublishPanelProps) {
  const { form, topicId, timeZone, planned, clearance, draft, onDraft, onPublish, onPublishNowhere, onClose } = props;
  const t = useWords(inbox);
  const says = useWords(common);
  const plans = useWords(plan);
  const { language, now } = useReader();
  const format = useFormat();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  useLayoutEffect(() => field.current?.focus(), []);

  const channels = props.channels.filter(({ active }) => active);
  const nameOf = (channelId: string): string => {
    const channel = props.channels.find((each) => each.id === channelId);
    return channel === undefined ? channelId : textIn(language, channel.name);
  };
  const choices = [
    ...planned.map((one) => ({
      key: one.id,
      text:
        one.dueAt === null
          ? nameOf(one.channelId)
          : t('publishPlanned', { channel: nameOf(one.channelId), date: dateText(one.dueAt, timeZone, language, now) }),
      begun: one,
    })),
    ...channels.map(({ id: channelId }) => ({ key: channelId, text: nameOf(channelId), begun: null })),
  ];
  const chosen = choices.find(({ key }) => key === draft.where) ?? choices[0];
  const day = draft.day ?? dayInput(now, timeZone);
  const typed = draft.address ?? chosen?.begun?.address ?? '';
  const address = typed.trim();
  // [PB2] What is planned under embargo has one of its own.
  const ends = chosen?.begun?.embargoUntil ?? null;
  const isKeptBack = ends !== null && ends > now;
  const isClosed = isKeptBack || closedGate({ mark: clearance, embargoUntil: props.embargoUntil }, now) !== null;
  const wrongAddress = address !== '' && !isWebAddress(address);

  const publish = () => {
    if (isClosed) return;
    setTried(true);
    if (chosen === undefined) return onPublishNowhere();
    if (wrongAddress) return field.current?.focus();
    onPublish({
      id: chosen.begun?.id ?? crypto.randomUUID(),
      topicId,
      channelId: chosen.begun?.channelId ?? chosen.key,
      state: 'published',
      dueAt: chosen.begun?.dueAt ?? null,
      publishedAt: Math.min(day === dayInput(now, timeZone) ? now : (dayAt(day, timeZone) ?? now), now),
      address: address === '' ? null : address,
    });
  };
  return (
    <PanelForm form={form} heading={t('publishHeading')} onSubmit={publish}>
      <ClearanceGate mark={clearance} embargoUntil={props.embargoUntil} steps={props.clearanceSteps} />
      {isKeptBack ? (
        <Notice tone="danger" icon={CircleAlert}>
          {plans('embargoKeeps', { when: format.when(ends) })}
        </Notice>
      ) : null}
      {chosen === undefined ? (
        <p class="soft">{t('publishNowhere')}</p>
      ) : (
        <>
          <div class="field">
            <label class="field-label" for={`${id}-address`}>
              {plans('publishedAddress')}
            </label>
            <input
              ref={field}
              id={`${id}-address`}
              class="input"
              type="url"
              inputMode="url"
              placeholder="https://"
              maxLength={LIMITS.address}
              value={typed}
              aria-invalid={tried && wrongAddress}
              aria-describedby={`${id}-hint`}
              onInput={({ currentTarget }) => onDraft({ ...draft, address: currentTarget.value })}
            />
            <p id={`${id}-hint`} class={tried && wrongAddress ? 'small danger' : 'small soft'} role="status">
              {tried && wrongAddress ? plans('wrongAddress') : t('publishNoAddress')}
            </p>
          </div>
          <div class="panel-pair">
            <label class="field">
              <span class="field-label">{plans('channel')}</span>
              <select
                class="input"
                value={chosen.key}
                onChange={({ currentTarget }) => onDraft({ ...draft, where: currentTarget.value })}
              >
                {choices.map(({ key, text }) => (
                  <option key={key} value={key}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
            <label class="field">
              <span class="field-label">{plans('publishedOn')}</span>
              <input
                class="input"
                type="date"
                max={dayInput(now, timeZone)}
                value={day}
                onInput={({ currentTarget }) => onDraft({ ...draft, day: currentTarget.value })}
              />
            </label>
          </div>
        </>
      )}
      <div class="panel-actions">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={isClosed} aria-keyshortcuts="Control+Enter">
          {t('publishSend')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}
