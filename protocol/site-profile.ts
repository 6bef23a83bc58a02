/**
 * How the pages of one system are read: how it recognises itself and where things stand on its pages.
 * Built-in ones are in capture/profiles/; a company adds its own in the queue's file, without code
 * (docs/site-profiles.md), and every device gets them with its pull.
 */
import * as z from 'zod/mini';
import { addressRulesSchema } from './address-rules.ts';
import { clipKindSchema } from './clip.ts';
import { LIMITS } from './limits.ts';
import { slugSchema } from './person.ts';
import { requiredText } from './text.ts';

/** A host, or all hosts below one: `wiki.nordwerk.example`, `*.sharepoint.com`. */
export const hostSchema = z.string().check(
  z.maxLength(253),
  z.regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, {
    error: 'a host is written like wiki.example.com or *.example.com',
  }),
);

/**
 * Where a field stands: CSS selectors in the order in which they are asked, each with `@name` behind it
 * if an attribute is meant. The first that finds something is believed. If none does, the field is
 * looked for as on any page, unless `none` stands last: then pages of this system do not say.
 */
const placesSchema = z._default(
  z
    .array(
      requiredText(LIMITS.selector).check(
        z.refine(closesWhatItOpens, { error: 'not a selector: a bracket or a quote is open' }),
      ),
    )
    .check(z.maxLength(LIMITS.profilePlaces)),
  [],
);
/** What stands before or behind a title is text, not a selector. */
const remnantsSchema = z._default(z.array(requiredText(LIMITS.name)).check(z.maxLength(LIMITS.profilePlaces)), []);

/** The usual mistake, found without a browser. What else is no selector finds nothing and costs only its place. */
function closesWhatItOpens(selector: string): boolean {
  const bare = selector.replace(/"[^"]*"|'[^']*'/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return !/["']/.test(bare) && count('[') === count(']') && count('(') === count(')');
}

export const siteProfileSchema = z.object({
  id: slugSchema,
  name: requiredText(LIMITS.name),
  /** Empty: on every host. */
  hosts: z._default(z.array(hostSchema).check(z.maxLength(LIMITS.profilePlaces)), []),
  /** A page is of this system if it has one of these. Empty: its host says it all. */
  signs: placesSchema,
  kind: z._default(z.nullable(clipKindSchema), null),
  title: placesSchema,
  byline: placesSchema,
  siteName: placesSchema,
  published: placesSchema,
  modified: placesSchema,
  /** Every element that the first of these finds; `none` for systems that draw their text instead of writing it. */
  text: placesSchema,
  /** What is no part of the page: read as if it were not there, whatever else points into it. */
  remove: placesSchema,
  /** What the system adds to a title, without the separator: "Confluence", "SharePoint". */
  remnants: remnantsSchema,
  /** Which parts of its addresses name a page (AD1). Rules without hosts of their own are for those of the profile. */
  address: z._default(addressRulesSchema, []),
});
export type SiteProfile = z.infer<typeof siteProfileSchema>;
