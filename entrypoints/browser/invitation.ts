/** An invitation on its way from the popup to the join page. Not in an address: those are kept in the history. */
const KEY = 'invitation';

export const looksLikeInvitation = (address: string | undefined): boolean =>
  address !== undefined && /\/join#\S*[0-9A-Z]{4}-/i.test(address);

export function handOverInvitation(text: string): void {
  localStorage.setItem(KEY, text);
}

/** Taken once; empty when there is none. */
export function takeInvitation(): string {
  const text = localStorage.getItem(KEY) ?? '';
  localStorage.removeItem(KEY);
  return text;
}
