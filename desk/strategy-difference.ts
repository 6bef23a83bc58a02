/** What is different between two strategies, entry by entry and field by field. */
import type { EntryChange, FieldChange } from '../protocol/strategy-history.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same as JSON; the order of an object's fields says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]));
  if (isObject(one) && isObject(other)) return fieldDifferences(one, other).length === 0;
  return (one ?? null) === (other ?? null);
}

/** A list is one value: of two lists nobody can say which entry became which. */
export function fieldDifferences(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (!isObject(before ?? {}) || !isObject(after ?? {}) || (!isObject(before) && !isObject(after)))
    return isSame(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }];
  const [one, other] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) => fieldDifferences(one[name], other[name], path === '' ? name : `${path}.${name}`));
}

/** @param single names the sections that are one entry; in every other entries stand under their ids */
export function strategyDifference(before: Json, after: Json, single: ReadonlySet<string>): EntryChange[] {
  const sections = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return sections.flatMap((section) => {
    const [one, other] = [before[section] ?? null, after[section] ?? null];
    if (single.has(section)) return entryChange(section, null, one, other);
    const [held, wanted] = [isObject(one) ? one : {}, isObject(other) ? other : {}];
    const ids = [...new Set([...Object.keys(held), ...Object.keys(wanted)])].sort();
    return ids.flatMap((id) =>
      entryChange(
        section,
        id,
        Object.hasOwn(held, id) ? held[id] : null,
        Object.hasOwn(wanted, id) ? wanted[id] : null,
      ),
    );
  });
}

function entryChange(section: string, id: string | null, before: unknown, after: unknown): EntryChange[] {
  const fields = fieldDifferences(before, after);
  if (fields.length === 0 && (before === null) === (after === null)) return [];
  return [{ section, id, act: before === null ? 'added' : after === null ? 'removed' : 'changed', fields }];
}
