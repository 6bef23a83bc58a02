import { useId } from 'preact/hooks';
import type { Language } from '../../../locales/t.ts';
import { roleNames, strategyFields, strategyHints, strategy as words } from '../../../locales/words.ts';
import type { FaultKind } from '../../../protocol/strategy-fault.ts';
import { useWords } from '../../language.tsx';
import { useChoiceName } from '../choice-name.ts';
import { type Field, ROLES } from '../entry-fields.ts';
import { ChoiceValue } from './choice-value.tsx';
import { ChoicesValue } from './choices-value.tsx';
import { DayValue } from './day-value.tsx';
import { DutyWeeksValue } from './duty-weeks-value.tsx';
import { EffortsValue } from './efforts-value.tsx';
import { useFaultText } from './fault-text.ts';
import type { Directory, ValueProps } from './field-props.ts';
import { HoursValue } from './hours-value.tsx';
import { LinesValue } from './lines-value.tsx';
import { LocalTextValue } from './local-text-value.tsx';
import { NumberValue } from './number-value.tsx';
import { PlacesValue } from './places-value.tsx';
import { TextValue } from './text-value.tsx';

type FieldRowProps = {
  field: Field;
  value: unknown;
  problem: FaultKind | undefined;
  /** The lines of it that are wrong, by their number. */
  wrongLines: readonly number[];
  /** The languages of it that are wrong. */
  wrongTexts: readonly Language[];
  directory: Directory;
  onValue(value: unknown): void;
};

/** Of these kinds several elements make one value: a label alone would name only the first. */
const GROUPS: readonly Field['kind'][] = [
  ...(['localText', 'lines', 'places', 'hours', 'roles', 'references', 'choices'] as const),
  ...(['efforts', 'dutyWeeks'] as const),
];

/** One field of a form: label, input, hint, and what is wrong with it. */
export function FieldRow({ field, value, problem, wrongLines, wrongTexts, directory, onValue }: FieldRowProps) {
  const label = useWords(strategyFields);
  const hint = useWords(strategyHints);
  const explain = useFaultText();
  const id = useId();
  const described = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const name = label(field.label ?? (field.name as Parameters<typeof label>[0]));
  const input: ValueProps = {
    id,
    value,
    invalid: problem !== undefined,
    wrongLines,
    wrongTexts,
    describedBy: described === '' ? undefined : described,
    onValue,
  };
  const below = (
    <>
      {field.hint === undefined ? null : (
        <p id={`${id}-hint`} class="small soft">
          {hint(field.hint)}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} class="small danger" role="alert">
          {explain(problem, field)}
        </p>
      )}
    </>
  );
  if (field.kind === 'flag')
    return (
      <div class="field" data-wrong={input.invalid || undefined}>
        <label class="option">
          <input type="checkbox" checked={value === true} onChange={(event) => onValue(event.currentTarget.checked)} />
          {name}
        </label>
        {below}
      </div>
    );
  const isGroup = GROUPS.includes(field.kind);
  return isGroup ? (
    <fieldset class="field field-group" data-wrong={input.invalid || undefined}>
      <legend class="field-label">{name}</legend>
      <Value field={field} input={input} label={name} directory={directory} />
      {below}
    </fieldset>
  ) : (
    <div class="field" data-wrong={input.invalid || undefined}>
      <label class="field-label" for={id}>
        {name}
      </label>
      <Value field={field} input={input} label={name} directory={directory} />
      {below}
    </div>
  );
}

type ValueOfFieldProps = { field: Field; input: ValueProps; label: string; directory: Directory };

function Value({ field, input, label, directory }: ValueOfFieldProps) {
  const t = useWords(words);
  const named = useChoiceName();
  const role = useWords(roleNames);
  switch (field.kind) {
    case 'text':
      return <TextValue {...input} />;
    case 'localText':
      return <LocalTextValue {...input} label={label} isLong={field.isLong === true} />;
    case 'number':
      return <NumberValue {...input} />;
    case 'day':
    case 'lastDay':
      return <DayValue {...input} last={field.kind === 'lastDay'} />;
    case 'choice':
      return (
        <ChoiceValue
          {...input}
          none={field.mayBeNone === true ? t('noneOf') : null}
          choices={field.choices.map((id) => ({ id, label: named(field.said, id) }))}
        />
      );
    case 'choices':
      return <ChoicesValue {...input} choices={field.choices.map((id) => ({ id, label: named(field.said, id) }))} />;
    case 'reference':
      return (
        <ChoiceValue {...input} none={t(field.of === 'people' ? 'none' : 'noneOf')} choices={directory[field.of]} />
      );
    case 'references':
      return <ChoicesValue {...input} choices={directory[field.of]} />;
    case 'roles':
      return <ChoicesValue {...input} choices={ROLES.map((id) => ({ id, label: role(id) }))} />;
    case 'lines':
      return <LinesValue {...input} label={label} of={field.of} />;
    case 'efforts':
      return <EffortsValue {...input} />;
    case 'dutyWeeks':
      return <DutyWeeksValue {...input} people={directory.people} />;
    case 'places':
      return <PlacesValue {...input} label={label} />;
    case 'hours':
      return <HoursValue {...input} />;
    case 'flag':
      return null;
  }
}
