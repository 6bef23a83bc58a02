import type { Choice } from './field-props.ts';

type ChoicesValueProps = {
  id: string;
  value: unknown;
  describedBy: string | undefined;
  choices: readonly Choice[];
  onValue(value: string[]): void;
};

/** Any number of several, in their order. */
export function ChoicesValue({ id, value, describedBy, choices, onValue }: ChoicesValueProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <div class="option-list">
      {choices.map((choice, at) => (
        <label key={choice.id} class="option">
          <input
            id={at === 0 ? id : undefined}
            type="checkbox"
            checked={chosen.includes(choice.id)}
            aria-describedby={describedBy}
            onChange={({ currentTarget }) =>
              onValue(
                choices
                  .map((each) => each.id)
                  .filter((each) => (each === choice.id ? currentTarget.checked : chosen.includes(each))),
              )
            }
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
