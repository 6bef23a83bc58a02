import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import ExternalLink from 'lucide/dist/esm/icons/external-link.mjs';
import Pencil from 'lucide/dist/esm/icons/pencil.mjs';
import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import UserRoundCheck from 'lucide/dist/esm/icons/user-round-check.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import { textIn } from '../../locales/local-text.ts';
import { common, refusals, rules, suggestions as words } from '../../locales/words.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Result } from '../../protocol/result.ts';
import type { Rule } from '../../protocol/rule.ts';
import { AccessMark } from '../access-mark.tsx';
import { ClearanceMark } from '../clearance/clearance-mark.tsx';
import { ClearanceTerms } from '../clearance/clearance-terms.tsx';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { Picture } from '../picture.tsx';
import { RulesToAccept } from '../rules/rule-notices.tsx';
import { maySendAgain } from '../send-again.ts';
import { ClipSource } from '../source/clip-source.tsx';
import { StateBadge } from '../state-badge.tsx';
import type { Strategy } from '../strategy.ts';
import { departmentName, goalTitle } from '../tags/goal-text.ts';
import { nextStep } from '../timeline/next-step.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { isOwnEditable } from './editable.ts';
import type { Suggestion } from './suggestion.ts';
import { SuggestionResults } from './suggestion-results.tsx';

type SuggestionCardProps = {
  suggestion: Suggestion;
  strategy: Strategy;
  /** Where its topic appeared. */
  publications: readonly Publication[];
  /** What came of its topic. */
  results: readonly Result[];
  /** The person was asked about its topic and has not answered yet. */
  isAsked: boolean;
  onEdit(): void;
  onWithdraw(): void;
  /** Rules to be read before it can be sent again. */
  accept: readonly Rule[];
  onSendAgain(entryId: string, accepts: readonly Rule[]): void;
};

const STUCK = ['answerLate', 'late', 'lateNobody', 'nextRefused'] as const;

export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, strategy, accept, onEdit, onWithdraw, onSendAgain } = props;
  const { clip, topic, delivery, pictureUrl } = suggestion;
  const { language, now } = useReader();
  const t = useWords(words);
  const says = useWords(common);
  const explain = useWords(refusals);
  const ruleSays = useWords(rules);
  const facts = [
    departmentName(clip.departmentId, strategy, language),
    clip.goalId !== null && goalTitle(clip.goalId, strategy, language),
    clip.siteName,
  ].filter((fact) => fact !== false && fact !== null);

  // What is late or will not appear is not in good hands, whoever has it.
  const isStuck = STUCK.some((key) => key === nextStep(topic, now)?.key);

  const channelName = (id: string): string => {
    const channel = strategy.channels.find((each) => each.id === id);
    return channel === undefined ? id : textIn(language, channel.name);
  };
  const links = props.publications.map(({ id, channelId, address }) => ({ id, name: channelName(channelId), address }));

  return (
    <>
      <div class="suggestion-top">
        <Picture url={pictureUrl} kind={clip.kind} alt={clip.picture?.alt} />
        <div class="suggestion-text">
          <h2 class="suggestion-title foreign" dir="auto">
            {clip.title}
          </h2>
          <p class="small soft foreign">{facts.join(' · ')}</p>
        </div>
        <StateBadge state={topic?.state ?? 'new'} />
      </div>
      {clip.note === '' ? null : (
        <p class="suggestion-note foreign" dir="auto">
          {clip.note}
        </p>
      )}
      <AccessMark access={clip.access} />
      <ClipSource clip={clip} />
      {delivery.kind === 'parked' ? <RulesToAccept list={accept} /> : null}
      {delivery.kind === 'parked' ? (
        <Notice
          tone="danger"
          icon={CircleAlert}
          title={`${t('parked')}.`}
          actions={
            maySendAgain(delivery.refusal.kind) ? (
              <button type="button" class="button" onClick={() => onSendAgain(delivery.entryId, accept)}>
                {accept.length > 0 ? ruleSays('acceptAndSend') : t('sendAgain')}
              </button>
            ) : null
          }
        >
          {accept.length > 0 ? ruleSays('readToSend') : explain(delivery.refusal.kind)}
        </Notice>
      ) : null}
      {topic === null || topic.id === clip.id || topic.title === clip.title ? null : (
        <p class="small soft foreign" dir="auto">
          {t('together', { title: topic.title })}
        </p>
      )}
      <ClearanceTerms mark={topic?.clearance ?? null} />
      <Timeline
        topic={topic}
        suggestedAt={clip.capturedAt}
        delivery={delivery}
        publications={links}
        answerAt={props.isAsked ? '#questions' : null}
      />
      <SuggestionResults results={props.results} />
      <div class="suggestion-foot">
        <p class="suggestion-marks small soft">
          <ClearanceMark mark={topic?.clearance ?? null} />
          {topic?.lead == null ? null : (
            <span class="mark">
              <Icon shapes={UserRoundCheck} />
              {t(isStuck ? 'leadLate' : 'lead', { name: topic.lead.name })}
            </span>
          )}
          {topic !== null && topic.supporterCount > 1 ? (
            <span class="mark">
              <Icon shapes={UsersRound} />
              {t('supporters', { count: topic.supporterCount })}
            </span>
          ) : null}
        </p>
        {isWebAddress(clip.address) ? (
          <a class="button button-quiet" href={clip.address} target="_blank" rel="noreferrer noopener">
            <Icon shapes={ExternalLink} />
            {says('openPage')}
          </a>
        ) : null}
        {isOwnEditable(suggestion) ? (
          <>
            <button type="button" class="button button-quiet" onClick={onWithdraw}>
              <Icon shapes={Undo2} />
              {t('withdraw')}
            </button>
            <button type="button" class="button" onClick={onEdit}>
              <Icon shapes={Pencil} />
              {delivery.kind === 'parked' ? t('correct') : t('edit')}
            </button>
          </>
        ) : null}
      </div>
    </>
  );
}
