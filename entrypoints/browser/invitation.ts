/** An invitation on its way from the popup to the join page. Not in an address: those are kept in the history. */
const KEY = 'invitation';
/** The join page opens at once; what nobody took by then must not appear there some other day. Milliseconds. */
const TAKEN_WITHIN = 60_000;

export const looksLikeInvitation = (address: string | undefined): boolean =>
  address !== undefined && /\/join#\S*[0-9A-Z]{4}-/i.test(address);

export function handOverInvitation(text: string): void {
  localStorage.setItem(KEY, `${Date.now()} ${text}`);
}

/** Taken once; empty when there is none, or none of the last minute. */
export function takeInvitation(): string {
  const [, at, text = ''] = /^(\d+) (.*)$/s.exec(localStorage.getItem(KEY) ?? '') ?? [];
  localStorage.removeItem(KEY);
  const age = Date.now() - Number(at);
  return age >= 0 && age <= TAKEN_WITHIN ? text : '';
}
