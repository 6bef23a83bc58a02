/** Pages rebuilt from how systems really mark up, with labels written by somebody who had not seen the capture. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { ACCESS, CLIP_KINDS, type ClipDraft } from '../../protocol/clip.ts';

const labelSchema = z.object({
  address: z.string(),
  /** Null: the page has none of its own, and a title made from its text is right. */
  title: z.nullable(z.string()),
  byline: z.array(z.string()),
  published: z.nullable(z.string()),
  modified: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  lang: z.nullable(z.string()),
  kind: z.enum(CLIP_KINDS),
  access: z._default(z.enum(ACCESS), 'full'),
  textIncludes: z.array(z.string()),
  textExcludes: z.array(z.string()),
});
export type Label = z.infer<typeof labelSchema>;
export type LabelledPage = { name: string; html: string; label: Label };

const HERE = import.meta.dirname;

/** Every page of a folder of tests/capture, or of its folders: "systems", "hard". */
export function labelledPages(folder: string): LabelledPage[] {
  const root = path.join(HERE, folder);
  const entries = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === 'labels.json',
  );
  return entries.sort().flatMap((file) => {
    const labels = z.record(z.string(), labelSchema).parse(JSON.parse(readFileSync(path.join(root, file), 'utf8')));
    return Object.entries(labels).map(([page, label]) => ({
      name: path.join(path.dirname(file), page),
      html: readFileSync(path.join(root, path.dirname(file), page), 'utf8'),
      label,
    }));
  });
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** The same letters, umlauts as a path spells them: "Technik / Modbus-Brücke" is "technik/modbus-bruecke". */
const letters = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
const sorted = (names: readonly string[]): string => [...names].sort().join('; ');

/** Every difference between a draft and its label, one line each; empty when all is right. */
export function differences(draft: ClipDraft, label: Label): string[] {
  const text = words(draft.text);
  const says = (field: string, is: string | null, wanted: string | null): string[] =>
    (is ?? '') === (wanted ?? '') ? [] : [`${field}: "${is ?? ''}" instead of "${wanted ?? ''}"`];
  const day = (date: string | null): string | null => date?.slice(0, 10) ?? null;
  return [
    ...(label.title === null ? [] : says('title', draft.title, label.title)),
    ...says('byline', sorted(draft.byline), sorted(label.byline)),
    // A page that only says when it was changed was there on that day: either answer is true.
    ...(label.published === null && day(draft.published) === label.modified
      ? []
      : says('published', day(draft.published), label.published)),
    ...says('modified', label.modified === null ? null : day(draft.modified), label.modified),
    ...(letters(draft.siteName) === letters(label.siteName) ? [] : says('siteName', draft.siteName, label.siteName)),
    ...says('lang', draft.lang?.slice(0, 2).toLowerCase() ?? null, label.lang?.slice(0, 2) ?? null),
    ...says('kind', draft.kind, label.kind),
    ...says('access', draft.access, label.access),
    ...label.textIncludes.filter((part) => !text.includes(words(part))).map((part) => `text lacks "${part}"`),
    ...label.textExcludes.filter((part) => text.includes(words(part))).map((part) => `text has "${part}"`),
  ];
}
