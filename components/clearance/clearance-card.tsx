import ExternalLink from 'lucide/dist/esm/icons/external-link.mjs';
import { useId } from 'preact/hooks';
import type { ClearanceView } from '../../desk/clearance-views.ts';
import { common as commonWords, clearances as screenWords, clearance as words } from '../../locales/words.ts';
import type { ClearancePage } from '../../protocol/clearance.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { ClearanceFacts } from './clearance-facts.tsx';
import { ClearanceMark } from './clearance-mark.tsx';
import { ClearanceSteps } from './clearance-steps.tsx';
import { ClearanceTerms } from './clearance-terms.tsx';
import { VerdictForm, type VerdictFormProps } from './verdict-form.tsx';

type ClearanceCardProps = {
  view: ClearanceView;
  timeZone: Strategy['rules']['timeZone'];
  /** The way to decide; left out where that is somebody else's. */
  decide?: Omit<VerdictFormProps, 'timeZone'>;
  /** Takes back what this person decided; left out where there is nothing to take back. */
  onTakeBack?: (() => void) | undefined;
};

/** All that is needed to decide: what was clipped, why it needs a clearance, until when, and what happened so far. */
export function ClearanceCard({ view: { clearance, waiting }, timeZone, decide, onTakeBack }: ClearanceCardProps) {
  const t = useWords(words);
  const says = useWords(screenWords);
  const id = useId();
  return (
    <section class="clearance-card" aria-labelledby={id}>
      <h2 id={id} class="question-text foreign" dir="auto">
        {clearance.topicTitle}
      </h2>
      <p class="clearance-standing small">
        <ClearanceMark mark={clearance} />
        {waiting ? <span class="soft">{t('waiting')}</span> : null}
      </p>
      <ClearanceFacts clearance={clearance} />
      <ClearanceTerms mark={clearance} />
      <ClearanceSteps steps={clearance.steps} />
      {decide === undefined ? null : (
        <ol class="clearance-pages">
          {clearance.pages.map((page) => (
            <Page key={page.clipId} page={page} topicTitle={clearance.topicTitle} />
          ))}
        </ol>
      )}
      {decide === undefined ? null : <VerdictForm {...decide} timeZone={timeZone} />}
      {onTakeBack === undefined ? null : (
        <div class="clearance-actions">
          <button type="button" class="button button-quiet" onClick={onTakeBack}>
            {says('takeBack')}
          </button>
        </div>
      )}
    </section>
  );
}

function Page({ page, topicTitle }: { page: ClearancePage; topicTitle: string }) {
  const says = useWords(screenWords);
  const common = useWords(commonWords);
  return (
    <li class="clearance-page">
      {page.title === topicTitle ? null : (
        <strong class="foreign" dir="auto">
          {page.title}
        </strong>
      )}
      <p class="small soft">
        <bdi>{says('from', { name: page.submitter.name })}</bdi>
        {page.siteName === null ? null : (
          <>
            {' · '}
            <bdi>{page.siteName}</bdi>
          </>
        )}
      </p>
      {page.excerpt === '' ? null : (
        <p class="foreign" dir="auto">
          {page.excerpt}
        </p>
      )}
      {page.quote === null ? null : (
        <blockquote class="foreign" dir="auto">
          {page.quote}
        </blockquote>
      )}
      {page.note === '' ? null : (
        <p class="foreign soft" dir="auto">
          {/* Isolated, so that the note alone decides the direction. */}
          <bdi>{common('note')}: </bdi>
          {page.note}
        </p>
      )}
      {isWebAddress(page.address) ? (
        <a class="small mark" href={page.address} target="_blank" rel="noreferrer noopener">
          <Icon shapes={ExternalLink} />
          <bdi>{page.address}</bdi>
        </a>
      ) : null}
    </li>
  );
}
