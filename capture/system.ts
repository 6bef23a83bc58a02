/** What the site profile of a system said of a page, as plain data: it goes before all other signals. */
import type { ClipKind } from '../protocol/clip.ts';
import { type Page, textIn } from './page.ts';

export const VALUES = ['title', 'byline', 'siteName', 'published', 'modified'] as const;
export type ValueField = (typeof VALUES)[number];

export const MAX_VALUE = 2_000;

/** The index in `Page.nodes` of an element whose text is meant, or the value of an attribute. */
export type Place = number | string;

/** A system that was recognised, with what its profile pointed at. */
export type System = {
  /** Of the profile. */
  id: string;
  kind: ClipKind | null;
  /** What the system adds to titles. */
  remnants: readonly string[];
  /** For each selector of a field what it found. */
  places: Record<ValueField, readonly (readonly Place[])[]>;
  /** The elements that hold the text, as indices of `Page.nodes`. */
  text: readonly number[];
  /** Fields of which pages of this system do not say more than what was found. */
  complete: readonly (ValueField | 'text')[];
};

/** For each place of a field that says something, in the order of the profile: all that it says, each once. */
export function* saidIn(page: Page, { places }: System, field: ValueField): Generator<string[]> {
  for (const found of places[field]) {
    const said = found.map((place) => (typeof place === 'string' ? place : textIn(page, place, MAX_VALUE)));
    const texts = [...new Set(said.filter((text) => text !== ''))];
    if (texts.length > 0) yield texts;
  }
}

const SEPARATORS = '(?:\\s*[-–—|·:•»]|\\s+(?:on|auf))\\s*';

/** A title or name without what the system puts before or behind it: "Urlaubsregeln - Confluence", "Nordwerk on Notion". */
export function withoutRemnants(title: string, remnants: readonly string[]): string {
  let bare = title.trim();
  for (const remnant of remnants) {
    const literal = remnant.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    bare = bare
      .replace(new RegExp(`${SEPARATORS}${literal}\\s*$`, 'i'), '')
      .replace(new RegExp(`^\\s*${literal}${SEPARATORS}`, 'i'), '');
  }
  return bare === '' ? title.trim() : bare;
}
