import { useId } from 'preact/hooks';
import { isClearedToShare } from '../../desk/sharing.ts';
import { textIn } from '../../locales/local-text.ts';
import { networks as networkWords, plan as planWords } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import { NETWORKS, type Network } from '../../protocol/sharing.ts';
import type { Topic } from '../../protocol/topic.ts';
import { useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { TypedDate } from '../typed-date.tsx';
import { momentAt, momentInput } from './day-at.ts';

type PublicationDetailsProps = {
  form: PublicationInput;
  strategy: Strategy;
  /** Null while this device does not hold it. */
  topic: Topic | null;
  onForm(form: PublicationInput): void;
};

/** Who answers for an appearance, for whom it is, from when others see it, and how employees may pass it on (S9). */
export function PublicationDetails({ form, strategy, topic, onForm }: PublicationDetailsProps) {
  const t = useWords(planWords);
  const { language } = useReader();
  const id = useId();
  const { timeZone } = strategy.rules;
  const chosen = form.audienceIds ?? [];
  // Somebody who left: still to be seen, and kept unless it is changed.
  const isUnknown = form.ownerId != null && !strategy.colleagues.some((each) => each.id === form.ownerId);
  const isSaid = form.ownerId != null || form.embargoUntil != null || chosen.length > 0 || form.shareable === true;
  return (
    <details class="editor-details" open={isSaid}>
      <summary>{t('details')}</summary>
      <div class="editor-fields">
        <label class="field">
          <span class="field-label">{t('owner')}</span>
          <select
            class="input"
            value={form.ownerId ?? ''}
            onChange={({ currentTarget: { value } }) => onForm({ ...form, ownerId: value === '' ? null : value })}
          >
            <option value="">{t('ownerOfChannel')}</option>
            {isUnknown && form.ownerId != null ? (
              <option value={form.ownerId}>{t('ownerLeft', { name: formerName(form.ownerId, topic) })}</option>
            ) : null}
            {strategy.colleagues.map(({ id: personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div class="field">
          <label class="field-label" for={`${id}-embargo`}>
            {t('embargo')}
          </label>
          <TypedDate
            id={`${id}-embargo`}
            type="datetime-local"
            aria-describedby={`${id}-embargo-hint`}
            value={form.embargoUntil == null ? '' : momentInput(form.embargoUntil, timeZone)}
            onValue={(text) => onForm({ ...form, embargoUntil: momentAt(text, timeZone) })}
          />
          <p id={`${id}-embargo-hint`} class="small soft">
            {t('embargoHint')}
          </p>
        </div>
      </div>
      <fieldset class="editor-choices">
        <legend class="field-label">{t('audiences')}</legend>
        {strategy.audiences.map(({ id: audienceId, name }) => (
          <label key={audienceId} class="editor-choice">
            <input
              type="checkbox"
              checked={chosen.includes(audienceId)}
              onChange={({ currentTarget: { checked } }) =>
                onForm({
                  ...form,
                  audienceIds: checked ? [...chosen, audienceId] : chosen.filter((each) => each !== audienceId),
                })
              }
            />
            <bdi>{textIn(language, name)}</bdi>
          </label>
        ))}
        <p class="small soft">{t('audiencesOfGoal')}</p>
      </fieldset>
      <PassingOn form={form} topic={topic} onForm={onForm} />
    </details>
  );
}

/** Who left is no colleague any more; their name stands where they did something for the topic, else there is their id. */
function formerName(id: string, topic: Topic | null): string {
  const known = topic === null ? [] : [topic.lead, ...topic.decisions.map(({ actor }) => actor)];
  return known.find((person) => person?.id === id)?.name ?? id;
}

function PassingOn({ form, topic, onForm }: Omit<PublicationDetailsProps, 'strategy'>) {
  const t = useWords(planWords);
  const networkText = useWords(networkWords);
  const id = useId();
  const isCleared = topic === null || isClearedToShare(topic.clearance?.state ?? null);
  const networks = form.networks ?? [];
  const texts = form.shareTexts ?? {};
  const setText = (network: Network, text: string) => {
    const { [network]: _before, ...others } = texts;
    onForm({ ...form, shareTexts: text.trim() === '' ? others : { ...others, [network]: text } });
  };
  return (
    <fieldset class="editor-choices">
      <legend class="field-label">{t('passingOn')}</legend>
      <label class="editor-choice">
        <input
          type="checkbox"
          checked={form.shareable === true}
          disabled={!isCleared && form.shareable !== true}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget: { checked } }) =>
            // Whoever opens it opens it for every network; one is closed with one press more.
            onForm({
              ...form,
              shareable: checked,
              networks: checked && networks.length === 0 ? [...NETWORKS] : networks,
            })
          }
        />
        {t('shareable')}
      </label>
      <p id={`${id}-hint`} class="small soft">
        {isCleared ? ((form.address ?? '') === '' ? t('noAddressYet') : null) : t('notCleared')}
      </p>
      {form.shareable !== true ? null : (
        <ul class="editor-networks">
          {NETWORKS.map((network) => (
            <li key={network}>
              <label class="editor-choice">
                <input
                  type="checkbox"
                  checked={networks.includes(network)}
                  onChange={({ currentTarget: { checked } }) =>
                    onForm({
                      ...form,
                      networks: NETWORKS.filter((each) => (each === network ? checked : networks.includes(each))),
                    })
                  }
                />
                {networkText(network)}
              </label>
              {networks.includes(network) ? (
                <textarea
                  class="input foreign"
                  dir="auto"
                  rows={2}
                  maxLength={LIMITS.shareText}
                  aria-label={t('shareText', { network: networkText(network) })}
                  placeholder={network === 'copy' ? '' : t('shareTextHint')}
                  value={texts[network] ?? ''}
                  onInput={({ currentTarget }) => setText(network, currentTarget.value)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
