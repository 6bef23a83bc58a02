import '../tokens.css';
import '../base.css';
import './guide.css';
import { useEffect, useRef } from 'preact/hooks';
import { guideSteps, roleNames, guide as words } from '../../locales/words.ts';
import type { Role } from '../../protocol/person.ts';
import { useWords } from '../language.tsx';
import { GuidePicture } from './guide-picture.tsx';
import { chaptersOf, GUIDE, type GuideProgress, whereToGoOn } from './guide-steps.ts';

export type GuideScreenProps = {
  roles: readonly Role[];
  at: NonNullable<GuideProgress['at']>;
  progress: GuideProgress;
  /** The keys that open the popup, as the browser spells them. */
  popupKeys: string;
  onStep(at: NonNullable<GuideProgress['at']>): void;
  /** The steps of this role were seen, or are not wanted. */
  onRoleDone(role: Role): void;
};

/** The short tour of one's own roles, a step at a time. */
export function GuideScreen({ roles, at, progress, popupKeys, onStep, onRoleDone }: GuideScreenProps) {
  const t = useWords(words);
  const step = useWords(guideSteps);
  const roleName = useWords(roleNames);
  const steps = GUIDE[at.role];
  const shown = steps[at.step] ?? steps[0];
  if (shown === undefined) return null;
  const isLast = at.step === steps.length - 1;
  const done = progress.done.includes(at.role) ? progress.done : [...progress.done, at.role];
  const next = whereToGoOn({ done, at: null }, roles);
  return (
    <main class="sheet guide">
      <header class="guide-top">
        <p class="small soft">
          {t('heading')} · {roleName(at.role)} · {t('step', { at: at.step + 1, of: steps.length })}
        </p>
        <progress class="guide-progress" max={steps.length} value={at.step + 1} aria-hidden="true" />
      </header>
      <StepTitle key={shown.key} title={step(`${shown.key}.title`)} />
      <GuidePicture name={shown.picture} keys={popupKeys} />
      <p class="guide-text">{step(`${shown.key}.text`)}</p>
      <div class="guide-buttons">
        <button
          type="button"
          class="button button-primary"
          onClick={() => (isLast ? onRoleDone(at.role) : onStep({ ...at, step: at.step + 1 }))}
        >
          {!isLast ? t('next') : next === null ? t('finish') : t('nextRole', { role: roleName(next.role) })}
        </button>
        {at.step > 0 ? (
          <button type="button" class="button" onClick={() => onStep({ ...at, step: at.step - 1 })}>
            {t('back')}
          </button>
        ) : null}
        {isLast && next === null ? null : (
          <button type="button" class="button button-quiet guide-skip" onClick={() => onRoleDone(at.role)}>
            {t('skip')}
          </button>
        )}
      </div>
      {roles.length < 2 ? null : (
        <ol class="guide-roles small soft">
          {chaptersOf(roles).map((role) => (
            <li key={role} aria-current={role === at.role ? 'step' : undefined}>
              {roleName(role)}
            </li>
          ))}
        </ol>
      )}
    </main>
  );
}

/** Each step is another title, and is read from there on. */
function StepTitle({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
