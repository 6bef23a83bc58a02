import './assignments.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { absenceOf, standIn } from '../../desk/deputies.ts';
import { budgetOf, isoWeek, mondayAt } from '../../desk/load.ts';
import { assignmentRoles, common, assignments as words } from '../../locales/words.ts';
import { ASSIGNMENT_ROLES, type AssignmentRole } from '../../protocol/assignment.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { PanelForm } from '../inbox/panels/panel-form.tsx';
import type { PanelProps } from '../inbox/panels/panel-props.ts';
import { KeyCap } from '../key-cap.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { dayAt, endOfDay, isPossibleDay, LAST_DAY } from '../plan/day-at.ts';
import { MinutesInput, minutesIn } from './minutes-input.tsx';

/** Whom, as what, what, and until when: the rest is theirs to confirm or refuse. */
export function AssignmentPanel(props: PanelProps) {
  const { target, draft, form, strategy, people, absences, onDraft, onGive, onClose } = props;
  const t = useWords(words);
  const says = useWords(common);
  const role = useWords(assignmentRoles);
  const { now } = useReader();
  const format = useFormat();
  const first = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const { toId, deliverable, day, minutes } = draft.assignment;
  const change = (more: Partial<typeof draft.assignment>) =>
    onDraft({ ...draft, assignment: { ...draft.assignment, ...more } });
  const { topic } = target;
  if (topic === null) return null;
  const ready = toId !== null && deliverable.trim() !== '';
  const department = strategy.departments.find(({ id }) => id === topic.departmentId) ?? null;
  const standing =
    toId === null || draft.assignment.role !== 'contact'
      ? null
      : standIn(toId, department, absences, strategy.rules, now);
  const awayUntil = (id: string): string | null => {
    const absence = absenceOf(id, absences, strategy.rules, now);
    return absence === null ? null : format.written(absence.to);
  };
  const awayDay = toId === null || (standing !== null && standing.insteadOfId !== null) ? null : awayUntil(toId);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <PanelForm
      form={form}
      heading={t('giveHeading')}
      onSubmit={() => {
        if (!ready || !isPossibleDay(day)) return;
        onGive({
          topicId: topic.id,
          toId,
          role: draft.assignment.role,
          deliverable: deliverable.trim(),
          dueAt: endOfDay(day, strategy.rules, now),
          minutesPlanned: minutesIn(minutes),
        });
      }}
    >
      <div class="panel-pair">
        <label class="field">
          <span class="field-label">{t('who')}</span>
          <select
            ref={first}
            class="input"
            name="to"
            value={toId ?? ''}
            onChange={({ currentTarget: { value } }) => change({ toId: value === '' ? null : value })}
          >
            <option value="">{t('choose')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {awayUntil(id) === null ? name : t('awayOption', { name, day: awayUntil(id) ?? '' })}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="field-label">{t('role')}</span>
          <select
            class="input"
            name="role"
            value={draft.assignment.role}
            onChange={({ currentTarget }) => change({ role: currentTarget.value as AssignmentRole })}
          >
            {ASSIGNMENT_ROLES.map((each) => (
              <option key={each} value={each}>
                {role(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <TheirMinutes {...props} />
      {standing?.insteadOfId == null ? null : (
        <p class="small" role="status">
          {t('deputy', { name: nameOf(standing.insteadOfId), deputy: nameOf(standing.toId) })}
        </p>
      )}
      {toId === null || awayDay === null ? null : (
        <p class="small" role="status">
          {t('away', { name: nameOf(toId), day: awayDay })}
        </p>
      )}
      <label class="field">
        <span class="field-label">{t('deliverable')}</span>
        <input
          class="input foreign"
          dir="auto"
          type="text"
          maxLength={LIMITS.deliverable}
          placeholder={t('deliverableHint')}
          value={deliverable}
          onInput={({ currentTarget }) => change({ deliverable: currentTarget.value })}
        />
      </label>
      <div class="panel-pair">
        <label class="field">
          <span class="field-label">{t('until')}</span>
          <input
            class="input"
            type="date"
            max={LAST_DAY}
            value={day}
            aria-invalid={!isPossibleDay(day)}
            onInput={({ currentTarget }) => change({ day: currentTarget.value })}
          />
        </label>
        <MinutesInput
          label={t('minutes')}
          title={t('minutesHint')}
          value={minutes}
          onText={(text) => change({ minutes: text })}
        />
      </div>
      <div class="panel-actions">
        <span class="small soft" role="status">
          {!isPossibleDay(day) ? says('dayTooFar') : t(lack(toId !== null, deliverable.trim() !== ''))}
        </span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={!ready} aria-keyshortcuts="Control+Enter">
          {t('give')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}

/** Who assigns people to work sees how much time they have in the week it is wanted; how full it is only they do [TB2]. */
function TheirMinutes({ draft: { assignment }, budgets, people, absences, strategy: { rules } }: PanelProps) {
  const t = useWords(words);
  const { now } = useReader();
  const person = people.find(({ id }) => id === assignment.toId);
  if (budgets === null || person === undefined) return null;
  const wanted = assignment.day === '' ? null : dayAt(assignment.day, rules.timeZone);
  const monday = mondayAt(rules, wanted ?? now);
  const minutes = budgetOf(person.id, monday, budgets, absences, rules);
  if (minutes === null) return null;
  return (
    <p class="small soft" role="status">
      {t('hasMinutes', { name: person.name, week: isoWeek(monday), minutes })}
    </p>
  );
}

/** What is still missing, and no more than that; nothing: who sees the minutes. */
function lack(hasPerson: boolean, hasWhat: boolean) {
  if (hasPerson && hasWhat) return 'minutesHint';
  return hasPerson ? 'giveMissingWhat' : hasWhat ? 'giveMissingPerson' : 'giveMissing';
}
