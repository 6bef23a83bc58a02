import './assignments.css';
import type { SeenAssignment } from '../../desk/assignment-views.ts';
import { isOpenAssignment } from '../../desk/assignments.ts';
import { assignmentStates, assignments as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { AssignmentFacts } from './assignment-line.tsx';

type TopicAssignmentsProps = {
  assignments: readonly SeenAssignment[];
  onCancel(assignmentId: string): void;
};

/** Who does what for a topic, and how far it is. */
export function TopicAssignments({ assignments, onCancel }: TopicAssignmentsProps) {
  const t = useWords(words);
  const state = useWords(assignmentStates);
  if (assignments.length === 0) return null;
  return (
    <section class="topic-assignments" aria-label={t('heading')}>
      <h3 class="small soft">{t('heading')}</h3>
      <ul class="assignments">
        {assignments.map(({ assignment, waiting }) => (
          <li key={assignment.id} class="assignment" data-state={assignment.state}>
            <p class="assignment-head">
              <bdi class="assignment-name">{assignment.to.name}</bdi>
              <span class="assignment-mark">{state(assignment.state)}</span>
              {waiting ? <span class="small soft">{t('waiting')}</span> : null}
              {isOpenAssignment(assignment) ? (
                <button
                  type="button"
                  class="button button-quiet assignment-act"
                  aria-label={`${t('cancel')}: ${assignment.to.name}`}
                  onClick={() => onCancel(assignment.id)}
                >
                  {t('cancel')}
                </button>
              ) : null}
            </p>
            <p class="foreign" dir="auto">
              {assignment.deliverable}
            </p>
            <p class="assignment-facts small soft">
              <AssignmentFacts assignment={assignment} />
            </p>
            {assignment.reason === null ? null : (
              <p class="assignment-reason foreign" dir="auto">
                {assignment.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
