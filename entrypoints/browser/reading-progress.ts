/** How far a document is read, told to whatever page of the extension looks on. Wakes nobody, unlike a message. */

/** `text` says it in the person's language. */
export type ReadingProgress = { address: string; text: string };

const CHANNEL = 'clipdesk-reading';

let channel: BroadcastChannel | null = null;

export function tellProgress(progress: ReadingProgress): void {
  channel ??= new BroadcastChannel(CHANNEL);
  channel.postMessage(progress);
}

/** Only pages of the extension share its origin, so nobody else speaks here. @returns a function that stops listening */
export function followProgress(told: (progress: ReadingProgress) => void): () => void {
  const listening = new BroadcastChannel(CHANNEL);
  listening.onmessage = ({ data }) => told(data);
  return () => listening.close();
}
