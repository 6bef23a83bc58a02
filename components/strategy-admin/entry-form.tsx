import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { Fragment } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { standsFor } from '../../desk/goal-confirmation.ts';
import { strategyFaults, strategyFields, strategyHints, strategy as words } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';
import type { StrategyView } from '../../protocol/strategy-edit.ts';
import { useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { directoryOf } from './directory.ts';
import { FIELDS } from './entry-fields.ts';
import { wrongLines, wrongTexts } from './entry-problems.ts';
import { entryName } from './entry-text.ts';
import { FaultPlace } from './fault-place.tsx';
import { useFaultText } from './fields/fault-text.ts';
import { FieldRow } from './fields/field-row.tsx';
import { FormButtons } from './form-buttons.tsx';
import { GoalLack } from './goal-lack.tsx';
import { holdsOf } from './rule-place.ts';
import { RuleScope } from './rule-scope.tsx';
import { RuleTrial } from './rule-trial.tsx';
import { slugOf } from './slug.ts';
import type { Draft, KeepingActs, KeepingView, OpenEntry } from './strategy-props.ts';
import { tidied } from './tidied.ts';
import { useShownFault } from './use-shown-fault.ts';

type EntryFormProps = KeepingActs & { keeping: KeepingView; view: StrategyView; open: OpenEntry };

/** One entry with all its fields. What was typed stays until it is saved or thrown away. */
export function EntryForm(props: EntryFormProps) {
  const { keeping, view, open, onDraft, onSave, onClose } = props;
  const { section, base, draft } = open;
  const t = useWords(words);
  const label = useWords(strategyFields);
  const hint = useWords(strategyHints);
  const explain = useWords(strategyFaults);
  const { language } = useReader();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Each entry that is opened is another form, and read from its top.
  useEffect(() => heading.current?.focus(), []);
  const form = useShownFault(keeping.refusals);
  const explainId = useFaultText();
  const directory = directoryOf(view, language, section === 'departments' ? draft.id : null);
  const isTaken = base === null && entriesHave(view, section, draft.id);
  const idProblem = keeping.fieldProblems.id;

  const change = (name: string, value: unknown) => {
    const next: Draft = { ...draft, [name]: value };
    // While it is new the id follows the name; from then on it stays.
    const follows =
      base === null &&
      (name === 'name' || name === 'title') &&
      draft.id === slugOf(entryName({ ...draft, id: '' }, language));
    onDraft(follows ? { ...next, id: slugOf(entryName({ ...next, id: '' }, language)) } : next);
  };
  return (
    <form
      ref={form}
      class="panel entry-form"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTaken) onSave();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isTaken) onSave();
      }}
    >
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1} class="foreign">
        {section === 'desk' ? t('desk') : base === null ? t('isNew') : entryName(base, language)}
      </h2>
      {section === 'goals' ? <GoalStatus view={view} open={open} /> : null}
      {keeping.conflict === null ? null : (
        <div tabIndex={-1} data-wrong>
          <ConflictPanel
            conflict={keeping.conflict}
            directory={{ ...view, colleagues: view.people, companyRules: view.rules }}
            onResolve={props.onResolve}
          />
        </div>
      )}
      {keeping.faults.length === 0 ? null : (
        <Notice tone="danger" icon={CircleAlert} title={t('faults')} urgent>
          <ul tabIndex={-1} data-wrong>
            {keeping.faults.map(({ path, kind }) => (
              <li key={path}>
                <FaultPlace path={path} view={view} />: {explain(kind)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="entry-fields">
        {FIELDS[section].map((field) => {
          const isPlace = section === 'rules' && (field.name === 'hosts' || field.name === 'paths');
          const row = (
            <FieldRow
              key={field.name}
              field={field}
              value={draft[field.name]}
              problem={keeping.fieldProblems[field.name]}
              wrongLines={wrongLines(section, draft, field.name)}
              wrongTexts={wrongTexts(section, draft, field.name, language)}
              directory={directory}
              onValue={(value) => change(field.name, value)}
            />
          );
          // What is left out is asked where something is.
          if (section === 'rules' && field.name === 'parts' && !leavesOut(draft)) return null;
          if (!isPlace) return row;
          return (
            <Fragment key={field.name}>
              {field.name === 'hosts' ? (
                <RuleScope open={open} isMissing={keeping.fieldProblems.holds !== undefined} onDraft={onDraft} />
              ) : null}
              {holdsOf(draft, base) === 'here' ? row : null}
            </Fragment>
          );
        })}
        {section === 'desk' ? null : (
          <div class="field" data-wrong={isTaken || idProblem !== undefined || undefined}>
            <label class="field-label" for={`${id}-id`}>
              {label('id')}
            </label>
            <input
              id={`${id}-id`}
              class="input"
              value={draft.id}
              readOnly={base !== null}
              aria-invalid={isTaken || idProblem !== undefined}
              aria-describedby={`${id}-id-hint`}
              onInput={({ currentTarget }) => onDraft({ ...draft, id: currentTarget.value })}
            />
            <p
              id={`${id}-id-hint`}
              class={isTaken || idProblem !== undefined ? 'small danger' : 'small soft'}
              role={isTaken || idProblem !== undefined ? 'alert' : undefined}
            >
              {isTaken
                ? t('taken')
                : idProblem === undefined
                  ? hint('id')
                  : explainId(idProblem, { name: 'id', kind: 'text' })}
            </p>
          </div>
        )}
      </div>
      {section === 'rules' ? <RuleTrial draft={tidied(section, draft, base)} /> : null}
      <FormButtons {...props} />
    </form>
  );
}

const leavesOut = ({ effects }: Draft): boolean => Array.isArray(effects) && effects.includes('strip');

const entriesHave = (view: StrategyView, section: OpenEntry['section'], id: string): boolean =>
  view[section].some((entry) => entry.id === id);

/** What the goal lacks as it is saved, and whether what was typed takes the sponsor’s word back. */
function GoalStatus({ view, open }: { view: StrategyView; open: OpenEntry }) {
  const t = useWords(words);
  const goal = view.goals.find(({ id }) => id === open.base?.id);
  if (goal === undefined) return null;
  const sponsor = view.people.find(({ id }) => id === goal.sponsorId)?.name ?? null;
  const loses = goal.sponsorConfirmedAt !== null && !standsFor(goal, { ...goal, ...(open.draft as Partial<Goal>) });
  const next = view.people.find(({ id }) => id === open.draft.sponsorId)?.name ?? t('someone');
  return (
    <p class="goal-status" role="status">
      {loses ? (
        <span class="goal-lack">{t('losesWord', { name: next })}</span>
      ) : (
        <GoalLack goal={goal} sponsor={sponsor} />
      )}
    </p>
  );
}
