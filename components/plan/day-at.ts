/** Nine in the morning of a day as an `<input type="date">` writes it, in the device's time; null if it is none. */
export function dayAt(text: string): number | null {
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const at = new Date(year, month - 1, day, 9).getTime();
  return Number.isNaN(at) || at < 0 ? null : at;
}
