/** A site of plain files: pages with parts put in, pictures, a stylesheet. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export type Site = {
  /** Sends the page or file at a path such as `/news/` or `/pictures/pump.svg`; 404 if there is none. */
  send: (response: ServerResponse, pathname: string, status?: number) => Promise<void>;
};

/**
 * @param folders where files are looked for, in this order.
 * @param values what `{{name}}` in a page stands for. `<!--#include part.html-->` puts in a file of parts/.
 */
export function openSite(folders: readonly string[], values: Readonly<Record<string, string>>): Site {
  const here = import.meta.dirname;

  const fill = async (html: string): Promise<string> => {
    let filled = html;
    for (const [mark, name] of html.matchAll(/<!--#include ([a-z-]+\.html)-->/g))
      filled = filled.replace(mark, await readFile(path.join(here, 'parts', `${name}`), 'utf8'));
    return filled.replace(/\{\{(\w+)\}\}/g, (mark, name) => values[name] ?? mark);
  };

  const find = async (pathname: string): Promise<{ type: string; body: string } | null> => {
    for (const candidate of candidates(pathname)) {
      const type = TYPES[path.extname(candidate)];
      if (type === undefined) continue;
      for (const folder of folders) {
        const body = await readFile(path.join(here, folder, candidate), 'utf8').catch(() => null);
        if (body !== null) return { type, body: candidate.endsWith('.html') ? await fill(body) : body };
      }
    }
    return null;
  };

  return {
    send: async (response, pathname, status = 200) => {
      const file = await find(pathname);
      if (file === null) {
        const lost = await find('/not-found');
        response.writeHead(404, { 'content-type': TYPES['.html'] }).end(lost?.body ?? 'Not found');
        return;
      }
      response.writeHead(status, { 'content-type': file.type, 'cache-control': 'no-store' }).end(file.body);
    },
  };
}

/** `/news/` is the file news/index.html, `/kantine` kantine.html. Dots that climb out of the folder find nothing. */
function candidates(pathname: string): string[] {
  const clean = path.posix.normalize(pathname);
  if (clean.endsWith('/')) return [`${clean}index.html`];
  return path.extname(clean) === '' ? [`${clean}.html`] : [clean];
}
