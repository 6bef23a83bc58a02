/** Pictures of suggesting, made of the components that a person will meet. */
import CloudCheck from 'lucide/dist/esm/icons/cloud-check.mjs';
import Target from 'lucide/dist/esm/icons/target.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import { guide, popup as popupWords } from '../../locales/words.ts';
import { ClearanceMark } from '../clearance/clearance-mark.tsx';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { Picture } from '../picture.tsx';
import { StateBadge } from '../state-badge.tsx';
import { GoalLine } from '../tags/goal-line.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { DAY, sampleStrategy, sampleTopic } from './sample.ts';

export function PopupPicture({ keys }: { keys: string }) {
  const says = useWords(popupWords);
  return (
    <div class="guide-popup card">
      <Head kind="intranet" />
      <Chips />
      <span class="button button-primary">{says('suggest')}</span>
      <Keys keys={keys} />
    </div>
  );
}

function Head({ kind }: { kind: 'intranet' | 'document' }) {
  const t = useWords(guide);
  return (
    <p class="guide-head">
      <Picture url={null} kind={kind} />
      <strong>{t('sampleTitle')}</strong>
    </p>
  );
}

function Keys({ keys }: { keys: string }) {
  return keys === '' ? null : (
    <p class="guide-keys">
      {keys.split('+').map((key) => (
        <kbd key={key} class="kbd">
          {key}
        </kbd>
      ))}
    </p>
  );
}

function Chips() {
  const t = useWords(guide);
  return (
    <p class="guide-chips">
      <span class="guide-chip">
        <Icon shapes={UsersRound} />
        {t('sampleDepartment')}
      </span>
      <span class="guide-chip">
        <Icon shapes={Target} />
        {t('sampleGoal')}
      </span>
    </p>
  );
}

export function TagsPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  const strategy = sampleStrategy(t, now);
  return (
    <div class="card">
      <Chips />
      <GoalLine goal={strategy.goals[0] ?? null} strategy={strategy} />
    </div>
  );
}

export function SavedPicture() {
  const says = useWords(popupWords);
  return (
    <div class="card">
      <Head kind="document" />
      <StateBadge state="new" />
      <p class="mark soft">
        <Icon shapes={CloudCheck} />
        {says('allSent')}
      </p>
    </div>
  );
}

/** What waits for whoever clears it. */
export function ClearancePicture() {
  return (
    <div class="card">
      <Head kind="document" />
      <ClearanceMark mark={{ state: 'open' }} />
      <ClearanceMark mark={{ state: 'cleared' }} />
    </div>
  );
}

export function TimelinePicture() {
  const t = useWords(guide);
  const { now } = useReader();
  return (
    <div class="card">
      <Timeline
        topic={sampleTopic(t, now, ['accepted', 'in_work', 'published'])}
        suggestedAt={now - 4 * DAY}
        delivery={null}
      />
    </div>
  );
}
