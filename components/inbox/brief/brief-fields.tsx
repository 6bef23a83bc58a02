/** The fields of a brief, one point each. What the goal says is filled in and marked as the goal's. */
import { useId } from 'preact/hooks';
import { type BriefPoint, goalSays } from '../../../desk/brief.ts';
import { goalsToChoose } from '../../../desk/goals.ts';
import { textIn } from '../../../locales/local-text.ts';
import { tags, topicEdit, brief as words } from '../../../locales/words.ts';
import { EFFORTS } from '../../../protocol/brief.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import type { Goal } from '../../../protocol/strategy.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useReader, useWords } from '../../language.tsx';
import type { Strategy } from '../../strategy.ts';
import { goalName } from '../../tags/goal-name.ts';
import { type BriefDraft, type BriefText, withField } from './brief-draft.ts';

type FieldProps = {
  /** With the draft applied. */
  topic: Topic;
  draft: BriefDraft;
  strategy: Strategy;
  letterKeys: boolean;
  /** The focus begins here. */
  isFirst: boolean;
  onDraft(draft: BriefDraft): void;
};
type OfGoal = FieldProps & { goal: Goal | null };

export function BriefField({ point, ...props }: FieldProps & { point: BriefPoint }) {
  const t = useWords(words);
  const goal = props.strategy.goals.find(({ id }) => id === props.topic.goalId) ?? null;
  const fields: Record<BriefPoint, preact.ComponentChild> = {
    whom: <Whom {...props} goal={goal} />,
    goal: <GoalChoice {...props} />,
    relationship: <Relationship {...props} goal={goal} />,
    resources: <Resources {...props} />,
    competition: <TextField {...props} field="competition" label={t('competitionField')} />,
    measure: <Measure {...props} goal={goal} />,
    clearance: (
      <p class="small">{t(props.topic.clearance?.state === 'refused' ? 'clearanceRefused' : 'clearanceMissing')}</p>
    ),
  };
  return (
    <div class="brief-field" data-point={point}>
      {fields[point]}
    </div>
  );
}

/** What shall be taken along stands with whom it is for. */
function Whom(props: OfGoal) {
  const { topic, draft, strategy, goal, isFirst, onDraft } = props;
  const { language } = useReader();
  const t = useWords(words);
  const ofGoal = goalSays(goal).audienceIds ?? [];
  const chosen = topic.brief.audienceIds ?? ofGoal;
  const choose = (id: string, isChosen: boolean) => {
    const ids = isChosen ? [...chosen, id] : chosen.filter((each) => each !== id);
    onDraft(withField(draft, { audienceIds: ids.length === 0 ? null : ids }));
  };
  return (
    <>
      <TextField {...props} isFirst={false} field="message" label={t('message')} hint={t('messageHint')} />
      <fieldset class="brief-choices">
        <legend class="field-label">
          {t('audiences')} {topic.brief.audienceIds === null && ofGoal.length > 0 ? <FromGoal /> : null}
        </legend>
        {strategy.audiences.map(({ id, name }, at) => (
          <label key={id} class="panel-choice">
            <input
              type="checkbox"
              data-first={isFirst && at === 0 ? '' : undefined}
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
            />
            <bdi>{textIn(language, name)}</bdi>
          </label>
        ))}
      </fieldset>
    </>
  );
}

const FromGoal = () => <span class="label">{useWords(words)('fromGoal')}</span>;

function GoalChoice({ topic, draft, strategy, isFirst, onDraft }: FieldProps) {
  const { language, now } = useReader();
  const t = useWords(words);
  const edit = useWords(topicEdit);
  return (
    <label class="field">
      <span class="field-label">{t('goal')}</span>
      <select
        class="input"
        data-first={isFirst ? '' : undefined}
        value={topic.goalId ?? ''}
        onChange={({ currentTarget: { value } }) => onDraft({ ...draft, goalId: value === '' ? null : value })}
      >
        <option value="">{edit('noGoal')}</option>
        {goalsToChoose(strategy.goals, topic.goalId, now).map((choice) => (
          <option key={choice.goal.id} value={choice.goal.id}>
            {goalName(language, choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

const RELATIONSHIPS = ['build', 'nurture'] as const;

function Relationship({ topic, draft, goal, isFirst, onDraft }: OfGoal) {
  const t = useWords(words);
  const tag = useWords(tags);
  const id = useId();
  const shown = topic.brief.relationship ?? goalSays(goal).relationship;
  return (
    <fieldset class="brief-choices">
      <legend class="field-label">
        {t('relationship')} {topic.brief.relationship === null && shown !== null ? <FromGoal /> : null}
      </legend>
      {RELATIONSHIPS.map((relationship, at) => (
        <label key={relationship} class="panel-choice">
          <input
            type="radio"
            name={id}
            data-first={isFirst && at === 0 ? '' : undefined}
            checked={shown === relationship}
            onChange={() => onDraft(withField(draft, { relationship }))}
          />
          {tag(relationship)}
        </label>
      ))}
    </fieldset>
  );
}

function Resources(props: FieldProps) {
  const { topic, draft, strategy, letterKeys, isFirst, onDraft } = props;
  const t = useWords(words);
  const id = useId();
  return (
    <>
      <fieldset class="brief-choices">
        <legend class="field-label">{t('effort')}</legend>
        {EFFORTS.map((effort, at) => (
          <label key={effort} class="panel-choice">
            <input
              type="radio"
              name={id}
              data-first={isFirst && at === 0 ? '' : undefined}
              checked={topic.brief.effort === effort}
              onChange={() => onDraft(withField(draft, { effort }))}
            />
            {letterKeys ? <KeyCap keys={String(at + 1)} /> : null}
            {effort}
            <span class="small soft">{t('effortMinutes', { minutes: strategy.rules.effortMinutes[effort] })}</span>
          </label>
        ))}
      </fieldset>
      {topic.lead === null ? <p class="small soft">{t('leadMissing', { key: 'a' })}</p> : null}
      <div class="panel-pair">
        <TextField {...props} isFirst={false} field="people" label={t('people')} />
        <TextField {...props} isFirst={false} field="material" label={t('material')} hint={t('materialHint')} />
      </div>
    </>
  );
}

function Measure(props: OfGoal) {
  const { language } = useReader();
  const t = useWords(words);
  const ofGoal = goalSays(props.goal).measure;
  return (
    <TextField
      {...props}
      field="measure"
      label={t('measureField')}
      hint={ofGoal === null ? '' : textIn(language, ofGoal)}
      isGoals={ofGoal !== null && props.topic.brief.measure === null}
    />
  );
}

type TextFieldProps = FieldProps & { field: BriefText; label: string; hint?: string; isGoals?: boolean };

function TextField({ topic, draft, field, label, hint, isGoals, isFirst, onDraft }: TextFieldProps) {
  return (
    <label class="field">
      <span class="field-label">
        {label} {isGoals === true ? <FromGoal /> : null}
      </span>
      <input
        class="input foreign"
        dir="auto"
        type="text"
        data-first={isFirst ? '' : undefined}
        maxLength={LIMITS.briefText}
        placeholder={hint}
        value={draft.brief?.[field] ?? topic.brief[field] ?? ''}
        onInput={({ currentTarget: { value } }) => onDraft(withField(draft, { [field]: value }))}
      />
    </label>
  );
}
