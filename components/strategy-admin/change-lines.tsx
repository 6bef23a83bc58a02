import './change-lines.css';
import { textIn } from '../../locales/local-text.ts';
import { roleNames, strategyFields, strategy as words } from '../../locales/words.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { EntryChange } from '../../protocol/strategy-history.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { useChoiceName } from './choice-name.ts';
import { fieldOf } from './entry-fields.ts';
import { SectionName } from './section-name.tsx';

const MOMENTS: ReadonlySet<string> = new Set(['sponsorConfirmedAt', 'periodFrom', 'periodTo']);

type ChangeLinesProps = {
  changes: readonly EntryChange[];
  /** For the names of what is referred to. */
  strategy: Pick<Strategy, 'departments' | 'goals' | 'audiences' | 'channels'> & {
    colleagues: readonly Named[];
    /** The company's rules for information. */
    companyRules?: readonly Pick<Rule, 'id' | 'title'>[];
  };
};
type Named = { id: string; name: string };

/** What was changed, entry by entry: each field with what stood there before and what stands there after. */
export function ChangeLines({ changes, strategy }: ChangeLinesProps) {
  const t = useWords(words);
  return (
    <ul class="change-entries">
      {changes.map((change) => (
        <li key={`${change.section} ${change.id}`} class="change-entry">
          <p>
            <SectionName section={change.section} /> <EntryName change={change} strategy={strategy} />
            {change.act === 'changed' ? null : (
              <span class="small soft"> {t(change.act === 'added' ? 'act.added' : 'act.removed')}</span>
            )}
          </p>
          {change.act === 'changed' ? <FieldLines change={change} strategy={strategy} /> : null}
        </li>
      ))}
    </ul>
  );
}

function EntryName({
  change: { section, id, fields },
  strategy,
}: { change: EntryChange } & Pick<ChangeLinesProps, 'strategy'>) {
  const { language } = useReader();
  if (id === null) return null;
  const { departments, goals, audiences, channels, colleagues, companyRules = [] } = strategy;
  // By name: what else a strategy holds may be called like a section and be no list.
  const lists = { departments, goals, audiences, channels, people: colleagues, rules: companyRules };
  const entry = (section in lists ? lists[section as keyof typeof lists] : []).find((each) => each.id === id);
  const said = entry === undefined ? undefined : 'title' in entry ? entry.title : entry.name;
  // Of what was taken out there is only what the change says.
  const former = fields.find(({ path }) => path === 'name' || path === 'name.de' || path === 'title.de')?.before;
  const name = typeof said === 'string' ? said : textIn(language, said) || (typeof former === 'string' ? former : id);
  return <strong class="foreign">{name}</strong>;
}

function FieldLines({ change, strategy }: { change: EntryChange } & Pick<ChangeLinesProps, 'strategy'>) {
  const t = useWords(words);
  const label = useWords(strategyFields);
  const value = useValueText(change.section, strategy);
  return (
    <dl class="change-fields">
      {change.fields.map(({ path, before, after }) => {
        const [field = '', ...rest] = path.split('.');
        return (
          <div key={path} class="change-field">
            <dt class="soft">
              {label(fieldOf(change.section, field)?.label ?? (field as Parameters<typeof label>[0]))}
              {rest.length === 0 ? null : ` (${rest.join('.')})`}
            </dt>
            <dd class="foreign">{t('changeLine', { before: value(field, before), after: value(field, after) })}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** How a value of a field is said: dates as dates, references by name. */
function useValueText(
  section: string,
  strategy: ChangeLinesProps['strategy'],
): (field: string, value: unknown) => string {
  const t = useWords(words);
  const named = useChoiceName();
  const role = useWords(roleNames);
  const format = useFormat();
  const { language } = useReader();
  const names = new Map([
    ...strategy.colleagues.map(({ id, name }) => [id, name] as const),
    ...[...strategy.departments, ...strategy.audiences, ...strategy.channels].map(
      ({ id, name }) => [id, textIn(language, name)] as const,
    ),
    ...strategy.goals.map(({ id, title }) => [id, textIn(language, title)] as const),
  ]);
  const word = (field: string, text: string): string => {
    const asked = fieldOf(section, field);
    const chosen = named(asked !== undefined && 'said' in asked ? asked.said : undefined, text);
    return chosen === text ? role(text as Parameters<typeof role>[0]) : chosen;
  };
  const say = (field: string, value: unknown): string => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('empty');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number')
      return MOMENTS.has(field) ? format.date(value) : new Intl.NumberFormat(language).format(value);
    if (typeof value === 'string')
      return field === 'state'
        ? t(stateWord(value))
        : /Ids?$/.test(field)
          ? (names.get(value) ?? value)
          : word(field, value);
    if (Array.isArray(value)) return format.list(value.map((each) => say(field, each)));
    return JSON.stringify(value);
  };
  return say;
}

const stateWord = (state: string): 'draft' | 'closed' | 'active' =>
  state === 'draft' ? 'draft' : state === 'closed' ? 'closed' : 'active';
