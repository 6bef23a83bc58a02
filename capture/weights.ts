/**
 * What each trait of a candidate is worth: logarithms of odds, so that they add up. Written by
 * tests/extraction/training/train-metadata.ts, which learned them from labelled pages; not by hand. A trait
 * that told nothing is left out.
 */
import type { Weights } from './weigh.ts';

/** Traits of titles: title.ts, headings.ts. */
export const TITLE: Weights = {
  'below kicker': 3,
  'heading says': 1.7,
  'og whole': 1.5,
  'og before dash': 1.4,
  'og with parts': 1.4,
  'ld article headline': 1.3,
  'og before site': 1.3,
  h1: 1.2,
  'slug all': 1.1,
  'og before bar': 1,
  'og with site': 1,
  'h1 says': 0.9,
  'heading named': 0.9,
  'og after dash': 0.9,
  'tag whole': 0.8,
  'h1 most': 0.7,
  'h1 titled': 0.7,
  'slug most': 0.7,
  'tag before bar': 0.7,
  'og after bar': 0.6,
  'inner title': 0.5,
  meta: 0.4,
  'tag before site': 0.4,
  'ld thing name': -0.3,
  'h2 aside': -0.4,
  'ld article name': -0.4,
  'ld thing headline': -0.4,
  'tag after dash': -0.4,
  'headline aside': -0.6,
  'og after colon': -0.6,
  'ld another headline': -0.7,
  'one word': -0.7,
  'og before colon': -0.8,
  'site name': -0.8,
  'tag with site': -0.8,
  'h1 alone': -0.9,
  'h1 aside': -0.9,
  'tag with parts': -0.9,
  'heading most': -1,
  'slug none': -1,
  h3: -1.3,
  'tag after colon': -1.3,
  'h3 aside': -1.4,
  'heading some': -1.8,
  'heading alone': -2.2,
};

/** Traits of bylines: byline.ts, shown-names.ts, names.ts. */
export const BYLINE: Weights = {
  'ld article': 3.7,
  'opens discussion': 2.9,
  'line says who': 2.8,
  'meta other': 2.7,
  'at title': 2.2,
  'like the site': 2.2,
  'line with label': 1.9,
  'the site': 1.9,
  'meta twitter': 1.7,
  'shown first': 1.7,
  'meta author': 1.3,
  near: 1.2,
  'shown rel author': 1.2,
  'ld thing': 0.8,
  'line is a name': -1.5,
  'no person': -1.8,
};

/** Traits of dates: dates.ts, shown-dates.ts. */
export const PUBLISHED: Weights = {
  'meta published': 2.5,
  'address date': 2.2,
  'date at title': 2,
  'date first below': 2,
  'date above': 1.7,
  'ld article published': 1.5,
  'modified by date class': 1.5,
  'date by publish class': 1.1,
  'ld page modified': 1,
  'ld page published': 1,
  'line short': 1,
  'shown date': -0.6,
  'modified by other class': -0.8,
};
