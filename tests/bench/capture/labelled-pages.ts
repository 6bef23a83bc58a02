/**
 * A folder of labelled pages: one folder a set with `truth.json` (page id → labels) and
 * `html/<id>.html.gz`. A folder that is itself a set works too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Field } from './answer.ts';

/** What people know of a page; what is missing is not judged. */
export type Labels = Partial<Record<Field, string | string[]>> & {
  url?: string;
  text?: string;
  /** Snippets that the text must hold, and must not. */
  with?: string[];
  without?: string[];
  pageType?: string;
};

export type LabelledPage = { set: string; id: string; labels: Labels; file: string };

/** Sets whose labels are the output of an extractor: to agree with them is not to be right. */
const OUTPUT_OF_EXTRACTORS = new Set(['readability', 'defuddle', 'metascraper']);

export const isIndependent = ({ set }: Pick<LabelledPage, 'set'>): boolean => !OUTPUT_OF_EXTRACTORS.has(set);

export const isArticle = ({ labels }: Pick<LabelledPage, 'labels'>): boolean =>
  labels.pageType === undefined || labels.pageType === 'article';

export type Choice = { set?: string | undefined; limit?: number | undefined };

/** The pages in the order of their sets and ids, at most `limit` of each set. */
export function listPages(folder: string, { set, limit }: Choice): LabelledPage[] {
  const isSet = (at: string): boolean => existsSync(path.join(at, 'truth.json'));
  const folders = isSet(folder)
    ? [folder]
    : readdirSync(folder)
        .sort()
        .map((name) => path.join(folder, name))
        .filter(isSet);
  return folders
    .filter((at) => set === undefined || path.basename(at) === set)
    .flatMap((at) => {
      const truth: Record<string, Labels> = JSON.parse(readFileSync(path.join(at, 'truth.json'), 'utf8'));
      return Object.entries(truth)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([id, labels]) => ({
          set: path.basename(path.resolve(at)),
          id,
          labels,
          file: path.join(at, 'html', `${id}.html.gz`),
        }));
    });
}

export const readHtml = ({ file }: LabelledPage): Buffer => gunzipSync(readFileSync(file));

/** The page's own address, or one that stands for it. */
export function addressOf({ labels, id }: LabelledPage): string {
  const url = URL.parse(labels.url ?? '');
  return url !== null && /^https?:$/.test(url.protocol)
    ? url.href
    : `https://unknown.example/${encodeURIComponent(id)}`;
}
