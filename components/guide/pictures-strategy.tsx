/** Pictures of the strategy and of those who keep it, made of the components that a person will meet. */
import { guide, roleNames, strategy as strategyWords } from '../../locales/words.ts';
import { useReader, useWords } from '../language.tsx';
import { ChangeLines } from '../strategy-admin/change-lines.tsx';
import { DepartmentCard } from '../strategy-admin/department-card.tsx';
import { GoalCard } from '../strategy-admin/goal-card.tsx';
import { CONTACT, EDITOR, sampleGoal, sampleStrategy } from './sample.ts';

export function WhoPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  const strategy = sampleStrategy(t, now);
  const [department] = strategy.departments;
  return department === undefined ? null : (
    <div class="card">
      <DepartmentCard department={department} strategy={strategy} />
    </div>
  );
}

export function GoalPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  const strategy = sampleStrategy(t, now);
  return (
    <div class="guide-cards">
      {[true, false].map((confirmed) => (
        <div key={String(confirmed)} class="card">
          <GoalCard goal={sampleGoal(t, now, confirmed)} strategy={strategy} />
        </div>
      ))}
    </div>
  );
}

export function HistoryPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  return (
    <div class="card">
      <p>
        <strong>{EDITOR.name}</strong>
      </p>
      <ChangeLines
        strategy={sampleStrategy(t, now)}
        changes={[
          { section: 'goals', id: 'goal', act: 'changed', fields: [{ path: 'target', before: 350, after: 400 }] },
        ]}
      />
    </div>
  );
}

export function RolesPicture() {
  const role = useWords(roleNames);
  return (
    <dl class="card guide-decisions">
      {[
        { ...CONTACT, roles: ['contact', 'submitter'] as const },
        { ...EDITOR, roles: ['editor', 'duty'] as const },
      ].map(({ id, name, roles }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd class="soft">{roles.map((each) => role(each)).join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

export function FilePicture() {
  const t = useWords(guide);
  const says = useWords(strategyWords);
  const { now } = useReader();
  return (
    <div class="card">
      <strong>{says('importPreview', { count: 1 })}</strong>
      <ChangeLines
        strategy={sampleStrategy(t, now)}
        changes={[
          {
            ...{ section: 'departments', id: 'department', act: 'changed' },
            fields: [{ path: 'pitchesPerQuarter', before: null, after: 6 }],
          },
        ]}
      />
      <span class="button">{says('importApply')}</span>
    </div>
  );
}
