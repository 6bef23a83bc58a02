import './assignments.css';
import ClipboardList from 'lucide/dist/esm/icons/clipboard-list.mjs';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MyAssignments, SeenAssignment } from '../../desk/assignment-views.ts';
import { isOpenAssignment } from '../../desk/assignments.ts';
import { assignmentStates, assignments as words } from '../../locales/words.ts';
import type { AssignmentMove } from '../../protocol/assignment.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { EmptyState } from '../empty-state.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useWords } from '../language.tsx';
import { LoadingCards } from '../loading-cards.tsx';
import { AssignmentFacts } from './assignment-line.tsx';
import { MinutesInput, minutesIn } from './minutes-input.tsx';
import { NotKeptHere } from './not-kept-here.tsx';

type MyAssignmentsProps = {
  /** Null while they load. */
  mine: MyAssignments | null;
  /** The last answer could not be kept on this device. */
  failed: boolean;
  onMove(move: AssignmentMove): void;
};

/** "Assignments for me": one step to confirm, one sentence to refuse. */
export function MyAssignmentsList({ mine, failed, onMove }: MyAssignmentsProps) {
  const t = useWords(words);
  const id = useId();
  if (mine === null)
    return (
      <section class="my-assignments" aria-labelledby={id} aria-busy="true">
        <h2 id={id}>{t('mine')}</h2>
        <LoadingCards count={1} />
      </section>
    );
  const list = (entries: readonly SeenAssignment[]) => (
    <ol class="assignment-list">
      {entries.map((entry) => (
        <li key={entry.assignment.id} class="card">
          <AssignmentCard entry={entry} onMove={onMove} />
        </li>
      ))}
    </ol>
  );
  return (
    <section class="my-assignments" aria-labelledby={id}>
      <h2 id={id}>{t('mine')}</h2>
      <p class="soft">{t('mineText')}</p>
      <NotKeptHere failed={failed} />
      {mine.open.length === 0 ? (
        <EmptyState icon={ClipboardList} title={t('none')} text={t('noneText')} />
      ) : (
        list(mine.open)
      )}
      {mine.earlier.length === 0 ? null : (
        <details class="assignment-fold">
          <summary>{t('earlier')}</summary>
          {list(mine.earlier)}
        </details>
      )}
    </section>
  );
}

type CardProps = { entry: SeenAssignment; onMove: MyAssignmentsProps['onMove'] };

function AssignmentCard({ entry: { assignment, waiting }, onMove }: CardProps) {
  const t = useWords(words);
  const state = useWords(assignmentStates);
  const [asking, setAsking] = useState<'refused' | 'delivered' | null>(null);
  const id = useId();
  const move = (to: AssignmentMove['to'], said: Partial<AssignmentMove> = {}) => {
    setAsking(null);
    onMove({ assignmentId: assignment.id, to, reason: null, minutesSpent: null, ...said });
  };
  return (
    <article class="assignment" aria-labelledby={id}>
      <p class="small soft">
        <bdi>{t('from', { name: assignment.askedBy.name })}</bdi>{' '}
        <q class="foreign" dir="auto">
          {assignment.topicTitle}
        </q>
      </p>
      <h3 id={id} class="assignment-what foreign" dir="auto">
        {assignment.deliverable}
      </h3>
      <p class="assignment-facts small soft">
        <AssignmentFacts assignment={assignment} />
        <span class="assignment-mark">{state(assignment.state)}</span>
        {waiting ? <span>{t('waiting')}</span> : null}
      </p>
      {assignment.reason === null ? null : (
        <p class="assignment-reason foreign" dir="auto">
          {assignment.reason}
        </p>
      )}
      {asking === 'refused' ? (
        <RefuseForm onRefuse={(reason) => move('refused', { reason })} onBack={() => setAsking(null)} />
      ) : null}
      {asking === 'delivered' ? (
        <DeliverForm onDeliver={(minutesSpent) => move('delivered', { minutesSpent })} onBack={() => setAsking(null)} />
      ) : null}
      {isOpenAssignment(assignment) && asking === null ? (
        <div class="assignment-acts">
          {assignment.state === 'asked' ? (
            <button type="button" class="button button-primary" onClick={() => move('confirmed')}>
              {t('confirm')}
            </button>
          ) : (
            <button type="button" class="button button-primary" onClick={() => setAsking('delivered')}>
              {t('deliver')}
            </button>
          )}
          <button type="button" class="button" onClick={() => setAsking('refused')}>
            {t('refuse')}
          </button>
        </div>
      ) : null}
    </article>
  );
}

function RefuseForm({ onRefuse, onBack }: { onRefuse(reason: string): void; onBack(): void }) {
  const t = useWords(words);
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const said = reason.trim();
  return (
    <form
      class="assignment-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== '') onRefuse(said);
      }}
    >
      <label class="field">
        <span class="field-label">{t('why')}</span>
        <input
          ref={field}
          class="input foreign"
          dir="auto"
          type="text"
          maxLength={LIMITS.sentence}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <div class="assignment-acts">
        <button type="submit" class="button button-primary" aria-disabled={said === ''}>
          {t('refuseSend')}
          <KeyCap keys="↵" />
        </button>
        <button type="button" class="button button-quiet" onClick={onBack}>
          {t('back')}
        </button>
      </div>
    </form>
  );
}

function DeliverForm({ onDeliver, onBack }: { onDeliver(minutes: number | null): void; onBack(): void }) {
  const t = useWords(words);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="assignment-form"
      onSubmit={(event) => {
        event.preventDefault();
        onDeliver(minutesIn(field.current?.value ?? ''));
      }}
    >
      <MinutesInput label={t('spentField')} field={field} />
      <div class="assignment-acts">
        <button type="submit" class="button button-primary">
          {t('deliverSend')}
          <KeyCap keys="↵" />
        </button>
        <button type="button" class="button button-quiet" onClick={onBack}>
          {t('back')}
        </button>
      </div>
    </form>
  );
}
