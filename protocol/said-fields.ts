/** What is said in a draft: its fields without those that are empty, which would erase what another reading found. */
export function saidFields<T extends object>(fields: T): Partial<T> {
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== '' && !isEmptyList(value));
  return Object.fromEntries(said) as Partial<T>;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
