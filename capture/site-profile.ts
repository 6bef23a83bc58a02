/** Pages of systems that we know: what a site profile says of where things stand, found in the page. */
import type { SiteProfile } from '../protocol/site-profile.ts';
import { MAX_ELEMENTS, MAX_PLACES } from './capture-limits.ts';
import { attribute, elementsFor } from './dom.ts';
import { MAX_VALUE, type Place, type System, VALUES, type ValueField } from './system.ts';

/** An element whose text is meant, or the value of an attribute. */
type Found = { element: Element } | { value: string };

/** A profile that recognised a page, with the elements that it points at. */
export type Recognised = {
  profile: SiteProfile;
  /** For each selector of a field what it found. */
  places: Record<ValueField, Found[][]>;
  text: Element[];
  /** Elements that are no part of the page: the walk leaves them out. */
  removed: Set<Element>;
  /** The index in `Page.nodes` of every element of a place or of the text, once the walk has passed it; else -1. */
  indices: Map<Element, number>;
};

/** A profile that knows the page with all that it finds there. */
export function pointedAt(document: Document, profile: SiteProfile): Recognised {
  const placesOf = (field: ValueField): Found[][] => profile[field].map((place) => placesFor(document, place));
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

/** "h1.title" is the text of an element, "time.created@datetime" the value of its attribute. */
function placesFor(document: Document, place: string): Found[] {
  const [, selector = '', name] = /^(.*?)(?:@([\w-]+))?$/s.exec(place) ?? [];
  return elementsFor(document, selector, MAX_ELEMENTS).flatMap((element): Found[] => {
    if (name === undefined) return [{ element }];
    const value = attribute(element, name, MAX_VALUE).trim();
    return value === '' ? [] : [{ value }];
  });
}

/** What the profile found, once the walk has passed its elements. Those that it never came to say nothing. */
export function systemOf({ profile, places, text, indices }: Recognised): System {
  const indexOf = (element: Element): number[] => {
    const index = indices.get(element) ?? -1;
    return index === -1 ? [] : [index];
  };
  const plain = (field: ValueField): Place[][] =>
    places[field].map((found) =>
      found
        .flatMap((place): Place[] => ('value' in place ? [place.value] : indexOf(place.element)))
        .slice(0, MAX_PLACES),
    );
  return {
    id: profile.id,
    kind: profile.kind,
    remnants: profile.remnants,
    places: {
      title: plain('title'),
      byline: plain('byline'),
      siteName: plain('siteName'),
      published: plain('published'),
      modified: plain('modified'),
    },
    text: text.flatMap(indexOf),
    complete: ([...VALUES, 'text'] as const).filter((field) => profile[field].at(-1) === NO_PLACE),
  };
}
