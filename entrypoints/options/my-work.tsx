/** Beside the questions to a person: what they are asked to do, when they are away, and how full their weeks are. */
import { useState } from 'preact/hooks';
import { MyAbsence } from '../../components/assignments/my-absence.tsx';
import { MyAssignmentsList } from '../../components/assignments/my-assignments.tsx';
import { MyTime } from '../../components/assignments/my-time.tsx';
import { TeamTime } from '../../components/assignments/team-time.tsx';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { Person } from '../../protocol/person.ts';
import type { Department } from '../../protocol/strategy.ts';
import { absences, deleteAbsence, saveAbsence } from '../../storage/absences.ts';
import { moveAssignment, myAssignments } from '../../storage/assignments.ts';
import { ownLoad, saveTimeBudget, timeBudgets } from '../../storage/load.ts';
import { ownPerson, strategy } from '../../storage/strategy.ts';
import { deskRules } from '../../storage/waiting.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';

/** Weeks that are shown; who plans further ahead sees them as they come. */
const WEEKS_SHOWN = 4;

/** Who only suggests has nobody who would stand in for them; whoever a department names has, also without another role. */
const answersForSomething = (
  { id, roles }: Pick<Person, 'id' | 'roles'>,
  departments: readonly Department[],
): boolean =>
  roles.some((role) => role !== 'submitter') ||
  departments.some(
    ({ active, contactId, deputyId, clearerId }) => active && [contactId, deputyId, clearerId].includes(id),
  );

type Part = 'assignments' | 'absence' | 'time' | 'team';

export function MyWork({ session: { db } }: { session: Session }) {
  const mine = useLive(() => myAssignments(db), [db]);
  const person = useLive(() => ownPerson(db), [db]);
  const away = useLive(() => absences(db), [db]);
  const rules = useLive(() => deskRules(db), [db]);
  const weeks = useLive(() => ownLoad(db, Date.now()), [db]);
  const budgets = useLive(() => timeBudgets(db), [db]);
  const company = useLive(() => strategy(db), [db]);
  const [failed, setFailed] = useState<Part | null>(null);
  /** Whether it was kept; where not, it is said in the part in which the person pressed. */
  const keep = (part: Part, write: Promise<unknown>): Promise<boolean> =>
    write.then(
      () => {
        setFailed(null);
        requestSync();
        return true;
      },
      () => {
        setFailed(part);
        return false;
      },
    );

  if (person === undefined) return null;
  const { id: personId, roles } = person;
  const { colleagues, departments } = company ?? EMPTY_STRATEGY;
  const isAsked = mine !== undefined && mine.open.length + mine.earlier.length > 0;
  // An employee who was never asked for anything sees nothing of all this.
  const hasWork = isAsked || mayDecide(roles);
  return (
    <>
      {hasWork ? (
        <MyAssignmentsList
          mine={mine ?? null}
          failed={failed === 'assignments'}
          onMove={(move) => void keep('assignments', moveAssignment(db, move, Date.now()))}
        />
      ) : null}
      {answersForSomething(person, departments) && rules !== undefined ? (
        <MyAbsence
          absences={(away ?? []).filter((absence) => absence.person.id === personId)}
          timeZone={rules.timeZone}
          failed={failed === 'absence'}
          onSave={(absence) => keep('absence', saveAbsence(db, absence, Date.now()))}
          onRemove={(absenceId) => void keep('absence', deleteAbsence(db, absenceId, Date.now()))}
        />
      ) : null}
      {hasWork ? (
        <MyTime
          weeks={(weeks ?? []).slice(0, WEEKS_SHOWN)}
          budgets={(budgets ?? []).filter((budget) => budget.personId === personId)}
          failed={failed === 'time'}
          onSave={(monday, minutes) => void keep('time', saveTimeBudget(db, { personId, monday, minutes }, Date.now()))}
        />
      ) : null}
      {roles.includes('lead') ? (
        <TeamTime
          people={colleagues.filter((colleague) => mayDecide(colleague.roles) && colleague.id !== personId)}
          budgets={budgets ?? []}
          failed={failed === 'team'}
          onSave={(id, minutes) =>
            void keep('team', saveTimeBudget(db, { personId: id, monday: null, minutes }, Date.now()))
          }
        />
      ) : null}
    </>
  );
}
