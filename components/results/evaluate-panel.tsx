import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readNumber } from '../../desk/results-file.ts';
import { textIn } from '../../locales/local-text.ts';
import { common, results as words } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { PanelForm } from '../inbox/panels/panel-form.tsx';
import type { EvaluateDraft } from '../inbox/panels/panel-props.ts';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { dateText, dayAt, dayInput } from '../plan/day-at.ts';
import type { Strategy } from '../strategy.ts';

/** What somebody measured, before the caller says what of; null: nobody measured it. */
export type Measured = {
  publicationId: string | null;
  value: number;
  unit: string;
  measuredAt: number;
  lesson: string | null;
};

type EvaluatePanelProps = {
  form: RefObject<HTMLFormElement | null>;
  /** Null: the topic has no goal, or this device does not know it. */
  goal: Goal | null;
  strategy: Pick<Strategy, 'channels' | 'rules'>;
  /** Where the topic appeared, the first appearance first. */
  appeared: readonly Publication[];
  draft: EvaluateDraft;
  onDraft(draft: EvaluateDraft): void;
  onEvaluate(measured: Measured | null): void;
  onClose(): void;
};

/** What came of a topic, against its goal's measure (S5): three fields, of which only the value has to be known. */
export function EvaluatePanel(props: EvaluatePanelProps) {
  const { form, goal, strategy, appeared, draft, onDraft, onEvaluate, onClose } = props;
  const { timeZone } = strategy.rules;
  const t = useWords(words);
  const says = useWords(common);
  const { language, now } = useReader();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  useLayoutEffect(() => field.current?.focus(), []);

  const unit =
    goal?.unit == null || goal.measure === null ? null : (goal.unit[language] ?? goal.unit.de ?? goal.unit.en);
  const said = draft.value.trim();
  const value = readNumber(said);
  const isWrong = said !== '' && value === null;
  // It is kept with its figure: without one it would be gone without a word.
  const isLost = unit != null && said === '' && draft.lesson.trim() !== '';
  const day = draft.day ?? dayInput(now, timeZone);
  const of = appeared.find((each) => each.id === draft.publicationId) ?? appeared[0] ?? null;
  const nameOf = ({ channelId, publishedAt }: Publication) => {
    const channel = strategy.channels.find((each) => each.id === channelId);
    const name = channel === undefined ? channelId : textIn(language, channel.name);
    return publishedAt === null ? name : `${name}, ${dateText(publishedAt, timeZone, language, now)}`;
  };

  const evaluate = () => {
    setTried(true);
    if (isWrong || isLost) return field.current?.focus();
    if (value === null || unit == null) return onEvaluate(null);
    onEvaluate({
      ...{ value, unit, publicationId: draft.publicationId === WHOLE ? null : (of?.id ?? null) },
      measuredAt: dayAt(day, timeZone) ?? now,
      lesson: draft.lesson.trim() === '' ? null : draft.lesson.trim(),
    });
  };
  return (
    <PanelForm form={form} heading={t('evaluateHeading')} onSubmit={evaluate}>
      {goal === null || unit == null ? (
        <p class="soft">{t('notMeasurable')}</p>
      ) : (
        <>
          <div class="panel-pair">
            <div class="field">
              <label class="field-label" for={`${id}-value`}>
                {textIn(language, goal.measure)} ({unit})
              </label>
              <input
                ref={field}
                id={`${id}-value`}
                class="input"
                type="text"
                inputMode="decimal"
                autocomplete="off"
                value={draft.value}
                aria-invalid={tried && (isWrong || isLost)}
                aria-describedby={`${id}-hint`}
                onInput={({ currentTarget }) => onDraft({ ...draft, value: currentTarget.value })}
              />
            </div>
            <label class="field">
              <span class="field-label">{t('measuredAt')}</span>
              <input
                class="input"
                type="date"
                max={dayInput(now, timeZone)}
                value={day}
                onInput={({ currentTarget }) => onDraft({ ...draft, day: currentTarget.value })}
              />
            </label>
          </div>
          <p id={`${id}-hint`} class={tried && (isWrong || isLost) ? 'small danger' : 'small soft'} role="status">
            {tried && isWrong ? t('wrongValue') : isLost ? t('lessonLost') : said === '' ? t('noValue') : ''}
          </p>
          {appeared.length === 0 ? null : (
            <label class="field">
              <span class="field-label">{t('publication')}</span>
              <select
                class="input"
                value={draft.publicationId ?? of?.id ?? WHOLE}
                onChange={({ currentTarget }) => onDraft({ ...draft, publicationId: currentTarget.value })}
              >
                {appeared.map((each) => (
                  <option key={each.id} value={each.id}>
                    {nameOf(each)}
                  </option>
                ))}
                <option value={WHOLE}>{t('wholeTopic')}</option>
              </select>
            </label>
          )}
          <div class="field">
            <label class="field-label" for={`${id}-lesson`}>
              {t('lesson')}
            </label>
            <textarea
              id={`${id}-lesson`}
              class="input foreign"
              dir="auto"
              rows={2}
              maxLength={LIMITS.lesson}
              value={draft.lesson}
              aria-describedby={`${id}-lesson-hint`}
              onInput={({ currentTarget }) => onDraft({ ...draft, lesson: currentTarget.value })}
            />
            <p id={`${id}-lesson-hint`} class="small soft">
              {t('lessonHint', { count: LIMITS.lesson })}
            </p>
          </div>
        </>
      )}
      <div class="panel-actions">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">
          {t('evaluate')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}

/** The topic as a whole: no publication in particular. */
const WHOLE = 'whole';
