/** Tells open event streams that something changed: one number, no content. */
import type { Store } from './store/store.ts';

export type Pokes = {
  /** Calls `listener` with the position after each change. Returns how to stop. */
  subscribe(listener: PokeListener): () => void;
  /** Says that the log stands at `seq`; says nothing if it was told already. */
  poke(seq: number): void;
  /** How many streams are open. */
  count(): number;
  /** Ends every stream. */
  end(): void;
};

type PokeListener = { changed(seq: number): void; ended(): void };

export function createPokes(store: Store): Pokes {
  const listeners = new Set<PokeListener>();
  let told = 0;
  const poke = (seq: number): void => {
    if (seq <= told) return;
    told = seq;
    for (const listener of listeners) listener.changed(seq);
  };
  store.onCommit(poke);
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    poke,
    count: () => listeners.size,
    end() {
      for (const listener of [...listeners]) listener.ended();
    },
  };
}
