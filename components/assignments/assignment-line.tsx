import { assignmentRoles, assignments as words } from '../../locales/words.ts';
import type { Assignment } from '../../protocol/assignment.ts';
import { useFormat, useWords } from '../language.tsx';

/** As what, until when, in whose place and how long: what is said of an assignment beside its words. */
export function AssignmentFacts({ assignment }: { assignment: Assignment }) {
  const t = useWords(words);
  const role = useWords(assignmentRoles);
  const format = useFormat();
  const { dueAt, insteadOf, minutesPlanned: planned, minutesSpent: spent } = assignment;
  return (
    <>
      <span>{role(assignment.role)}</span>
      {dueAt === null ? null : (
        <time dateTime={new Date(dueAt).toISOString()}>{t('due', { when: format.date(dueAt) })}</time>
      )}
      {insteadOf === null ? null : <bdi>{t('insteadOf', { name: insteadOf.name })}</bdi>}
      {spent !== null && planned !== null ? <span>{t('spent', { spent, planned })}</span> : null}
      {spent !== null && planned === null ? <span>{t('spentOnly', { spent })}</span> : null}
      {spent === null && planned !== null ? <span>{t('planned', { minutes: planned })}</span> : null}
    </>
  );
}
