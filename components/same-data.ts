import { useRef } from 'preact/hooks';

/** Whether two values that came from the database say the same: plain objects, lists and what JSON knows. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  const others = other as Record<string, unknown>;
  return names.every((name) => name in others && isSameData((one as Record<string, unknown>)[name], others[name]));
}

/** The same object for as long as it says the same: what was drawn by it is not drawn anew. */
export function useSameData<T>(value: T): T {
  const kept = useRef(value);
  if (!isSameData(kept.current, value)) kept.current = value;
  return kept.current;
}
