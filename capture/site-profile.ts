/** Pages of systems that we know: what a site profile says of where things stand, found in the page. */
import { isOnHosts } from '../protocol/host-pattern.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import { attribute, elementsFor, hasElementFor } from './dom.ts';
import { type Page, textIn } from './page.ts';

const VALUES = ['title', 'byline', 'siteName', 'published', 'modified'] as const;
type ValueField = (typeof VALUES)[number];

/** More than this in one place is a list, and no profile means a list. */
const MAX_ELEMENTS = 400;
const MAX_VALUE = 2_000;

/** An element whose text is meant, or the value of an attribute. */
type Place = { element: Element } | { value: string };

/** A profile that recognised a page, with the elements that it points at. */
export type Recognised = {
  profile: SiteProfile;
  /** For each selector of a field what it found. */
  places: Record<ValueField, Place[][]>;
  text: Element[];
  /** Elements that are no part of the page: the walk leaves them out. */
  removed: Set<Element>;
  /** The index in `Page.nodes` of every element of a place or of the text, once the walk has passed it; else -1. */
  indices: Map<Element, number>;
};

/**
 * The first profile that knows the page; the company's own come before ours. Each sign that is none costs a look
 * at every element, so others may work between two of them.
 */
export function* recognise(
  document: Document,
  address: string,
  profiles: readonly SiteProfile[],
): Generator<void, Recognised | null> {
  for (const profile of profiles) {
    const { hosts, signs } = profile;
    if ((hosts.length === 0 && signs.length === 0) || !isOnHosts(address, hosts)) continue;
    let isKnown = signs.length === 0;
    // One by one: browsers find an id, a class or an attribute ten times as fast as a list of them.
    for (const sign of signs) {
      isKnown ||= hasElementFor(document, sign);
      yield;
    }
    if (isKnown) return pointedAt(document, profile);
  }
  return null;
}

function pointedAt(document: Document, profile: SiteProfile): Recognised {
  const placesOf = (field: ValueField): Place[][] => profile[field].map((place) => placesFor(document, place));
  const places = {
    title: placesOf('title'),
    byline: placesOf('byline'),
    siteName: placesOf('siteName'),
    published: placesOf('published'),
    modified: placesOf('modified'),
  };
  const text = firstFound(document, profile.text);
  const removed = new Set(profile.remove.flatMap((selector) => elementsFor(document, selector, MAX_ELEMENTS)));
  const shown = VALUES.flatMap((field) => places[field]).flat();
  const elements = [...shown.flatMap((place) => ('element' in place ? place.element : [])), ...text];
  const indices = new Map(elements.map((element) => [element, -1]));
  return { profile, places, text, removed, indices };
}

function firstFound(document: Document, selectors: readonly string[]): Element[] {
  for (const selector of selectors) {
    const found = elementsFor(document, selector, MAX_ELEMENTS);
    if (found.length > 0) return found;
  }
  return [];
}

/** As the last place of a field: pages of this system do not say more. No element is called so. */
const NO_PLACE = 'none';

/** True if pages of this system do not say more of a field than what was found in its places. */
export const isAllThereIs = ({ profile }: Recognised, field: ValueField | 'text'): boolean =>
  profile[field].at(-1) === NO_PLACE;

/** "h1.title" is the text of an element, "time.created@datetime" the value of its attribute. */
function placesFor(document: Document, place: string): Place[] {
  const [, selector = '', name] = /^(.*?)(?:@([\w-]+))?$/s.exec(place) ?? [];
  return elementsFor(document, selector, MAX_ELEMENTS).flatMap((element): Place[] => {
    if (name === undefined) return [{ element }];
    const value = attribute(element, name, MAX_VALUE).trim();
    return value === '' ? [] : [{ value }];
  });
}

/** For each place of a field that says something, in the order of the profile: all that it says, each once. */
export function* saidIn(page: Page, { places, indices }: Recognised, field: ValueField): Generator<string[]> {
  for (const found of places[field]) {
    const said = found.map((place) =>
      'value' in place ? place.value : textIn(page, indices.get(place.element) ?? -1, MAX_VALUE),
    );
    const texts = [...new Set(said.filter((text) => text !== ''))];
    if (texts.length > 0) yield texts;
  }
}

/** The indices in `Page.nodes` of elements that the walk has passed. */
export const passed = ({ indices }: Recognised, elements: readonly Element[]): number[] =>
  elements.map((element) => indices.get(element) ?? -1).filter((index) => index !== -1);

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
