/** The panels that change a topic beside its state. Each is about one topic, never about many. */

import { activeDepartments, goalsToChoose } from '../../../desk/goals.ts';
import { mayDecide } from '../../../desk/roles.ts';
import { textIn } from '../../../locales/local-text.ts';
import { topicEdit } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { useReader, useWords } from '../../language.tsx';
import { byName } from '../../tags/by-name.ts';
import { goalName } from '../../tags/goal-name.ts';
import { ChoicePanel } from './choice-panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { TextPanel } from './text-panel.tsx';

/** Who works at the desk can have a topic; the reader stands first. */
export function LeadPanel({ target, strategy, meId, form, onEdit, onClose }: PanelProps) {
  const t = useWords(topicEdit);
  const colleagues = strategy.colleagues.filter(({ id, roles }) => mayDecide(roles) && id !== meId);
  const me = strategy.colleagues.filter(({ id }) => id === meId);
  const choices = [
    ...me.map(({ id, name }) => ({ id, name: t('me', { name }) })),
    ...colleagues.map(({ id, name }) => ({ id, name })),
    { id: null, name: t('nobody') },
  ];
  return (
    <ChoicePanel
      form={form}
      heading={t('lead')}
      choices={choices}
      chosenId={target.topic?.lead?.id ?? null}
      onChoose={(leadId) => onEdit({ leadId })}
      onClose={onClose}
    />
  );
}

export function DepartmentPanel({ target, strategy, form, onEdit, onClose }: PanelProps) {
  const { language } = useReader();
  const t = useWords(topicEdit);
  const open = byName(activeDepartments(strategy.departments), language);
  return (
    <ChoicePanel
      form={form}
      heading={t('department')}
      choices={open.map(({ id, name }) => ({ id, name: textIn(language, name) }))}
      chosenId={target.topic?.departmentId ?? null}
      onChoose={(departmentId) => departmentId !== null && onEdit({ departmentId })}
      onClose={onClose}
    />
  );
}

export function GoalPanel({ target, strategy, form, onEdit, onClose }: PanelProps) {
  const { language, now } = useReader();
  const t = useWords(topicEdit);
  const chosenId = target.topic?.goalId ?? null;
  return (
    <ChoicePanel
      form={form}
      heading={t('goal')}
      choices={[
        ...goalsToChoose(strategy.goals, chosenId, now).map((choice) => ({
          id: choice.goal.id,
          name: goalName(language, choice),
        })),
        { id: null, name: t('noGoal') },
      ]}
      chosenId={chosenId}
      onChoose={(goalId) => onEdit({ goalId })}
      onClose={onClose}
    />
  );
}

/** The labels in a text, each once and no longer than a label may be. */
const labelsIn = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(',')
        .map((label) => label.trim().slice(0, LIMITS.label))
        .filter((label) => label !== ''),
    ),
  ].slice(0, LIMITS.labels);

export function LabelsPanel({ target, form, onEdit, onClose }: PanelProps) {
  const t = useWords(topicEdit);
  return (
    <TextPanel
      form={form}
      heading={t('labels')}
      hint={t('labelsHint')}
      before={target.topic?.labels.map((label) => `${label}, `).join('') ?? ''}
      maxLength={LIMITS.labels * (LIMITS.label + 2)}
      mayBeEmpty
      onText={(text) => onEdit({ labels: labelsIn(text) })}
      onClose={onClose}
    />
  );
}

export function TitlePanel({ target, form, onEdit, onClose }: PanelProps) {
  const t = useWords(topicEdit);
  return (
    <TextPanel
      form={form}
      heading={t('title')}
      before={target.topic?.title ?? ''}
      maxLength={LIMITS.title}
      onText={(title) => onEdit({ title })}
      onClose={onClose}
    />
  );
}
