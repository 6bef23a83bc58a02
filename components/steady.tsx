import { Component, type FunctionComponent } from 'preact';
import { useRef } from 'preact/hooks';

/** The same component, drawn anew only when one of its properties is another one. */
export function steady<Props extends object>(Drawn: FunctionComponent<Props>) {
  return class Steady extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return (Object.keys(next) as (keyof Props)[]).some((name) => next[name] !== this.props[name]);
    }
    override render() {
      return <Drawn {...this.props} />;
    }
  };
}

/**
 * Functions that stay the same from one drawing to the next and do what those of the last drawing do: for what is
 * called by events, long after anything was drawn.
 */
export function useSteadyCalls<Calls extends { [Name in keyof Calls]: (...given: never[]) => unknown }>(
  calls: Calls,
): Calls {
  const last = useRef(calls);
  last.current = calls;
  const kept = useRef<Calls | null>(null);
  if (kept.current === null) {
    const names = Object.keys(calls) as (keyof Calls)[];
    const entries = names.map((name) => [name, (...given: never[]) => last.current[name](...given)]);
    // Each stands under the name of the one that it calls.
    kept.current = Object.fromEntries(entries) as Calls;
  }
  return kept.current;
}
