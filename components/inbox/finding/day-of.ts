/** A moment's day where the device is, as date fields write it. */
export function dayOf(moment: number): string {
  const day = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
