/** The panel of a topic's brief: all of it, or what is missing before the work begins. */
import './brief.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BRIEF_POINTS, type BriefPoint, missingInBrief, withBrief } from '../../../desk/brief.ts';
import { common, brief as words } from '../../../locales/words.ts';
import { EFFORTS } from '../../../protocol/brief.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useFormat, useWords } from '../../language.tsx';
import { PanelForm } from '../panels/panel-form.tsx';
import type { PanelProps } from '../panels/panel-props.ts';
import { toChanges, withField } from './brief-draft.ts';
import { BriefField } from './brief-fields.tsx';

const FILLED_HERE: readonly BriefPoint[] = BRIEF_POINTS.filter((point) => point !== 'clearance');

export function BriefPanel(props: PanelProps) {
  const { topic } = props.target;
  return topic === null ? null : <BriefForm {...props} topic={topic} points={FILLED_HERE} begins={false} />;
}

/** Opens where somebody wants to begin and something is missing: exactly that is asked for. */
export function StartWorkPanel(props: PanelProps) {
  const { topic } = props.target;
  // As it was when the panel opened: no field goes away under who fills it in.
  const [points] = useState(() => (topic === null ? [] : missingInBrief(topic, goalOf(props, topic))));
  return topic === null ? null : <BriefForm {...props} topic={topic} points={points} begins />;
}

const goalOf = ({ strategy }: Pick<PanelProps, 'strategy'>, { goalId }: Pick<Topic, 'goalId'>) =>
  strategy.goals.find(({ id }) => id === goalId) ?? null;

/** What is missing, by the words that stand at its fields. */
const missingFields = (point: BriefPoint, { brief, lead }: Topic) =>
  point === 'resources'
    ? [
        ...(brief.effort === null ? (['effort'] as const) : []),
        ...(lead === null && brief.people === null ? (['people'] as const) : []),
      ]
    : ([FIELDS[point]] as const);
const FIELDS = {
  goal: 'goal',
  whom: 'audiences',
  relationship: 'relationship',
  competition: 'competitionField',
  measure: 'measureField',
  clearance: 'clearance',
} as const;

type BriefFormProps = PanelProps & { topic: Topic; points: readonly BriefPoint[]; begins: boolean };

function BriefForm(props: BriefFormProps) {
  const { topic, points, begins, draft, form, strategy, letterKeys, onDraft, onEdit, onDecide, onClose } = props;
  const t = useWords(words);
  const says = useWords(common);
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  // The first field that says nothing yet is where the typing goes on.
  useLayoutEffect(() => place.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  const changes = toChanges(draft.brief);
  const filled = withBrief(topic, changes);
  const missing = begins ? missingInBrief(filled, goalOf(props, filled)) : [];
  const onBrief = (brief: typeof draft.brief) => onDraft({ ...draft, brief });
  const first = points.find((point) => missing.includes(point)) ?? points[0];
  return (
    <PanelForm
      form={form}
      heading={t(begins ? 'missingHeading' : 'fill')}
      onSubmit={() => {
        if (!begins) onEdit(changes);
        else if (missing.length === 0) onDecide('in_work', { changes });
        else place.current?.querySelector<HTMLElement>(`[data-point="${missing[0]}"] input, select`)?.focus();
      }}
    >
      <div ref={place} class="brief-fields">
        {points.map((point) => (
          <BriefField
            key={point}
            point={point}
            isFirst={point === first}
            topic={filled}
            draft={draft.brief}
            strategy={strategy}
            letterKeys={letterKeys}
            onDraft={onBrief}
          />
        ))}
      </div>
      <div class="panel-actions">
        <span class="small soft brief-missing" role="status">
          {missing.length === 0
            ? ''
            : t('missingList', {
                points: format.list(
                  missing
                    .flatMap((point) => missingFields(point, filled))
                    .map((field) => t('fieldNamed', { field: t(field) })),
                ),
              })}
        </span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button
          type="submit"
          class="button button-primary"
          aria-disabled={missing.length > 0}
          aria-keyshortcuts="Control+Enter"
        >
          {t(begins ? 'start' : 'save')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}

/** A digit says how much work it is, from 1: S, M, L. */
export function effortOfDigit(digit: number, { draft, onDraft }: Pick<PanelProps, 'draft' | 'onDraft'>): void {
  const effort = EFFORTS[digit - 1];
  if (effort !== undefined) onDraft({ ...draft, brief: withField(draft.brief, { effort }) });
}
