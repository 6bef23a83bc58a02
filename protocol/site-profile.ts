/**
 * How the pages of one system are read: how it recognises itself and where things stand on its pages.
 * Built-in ones are in capture/profiles/; a company adds its own in the queue's file, without code
 * (docs/site-profiles.md), and every device gets them with its pull.
 */
import * as z from 'zod/mini';
import { clipKindSchema } from './clip.ts';
import { LIMITS } from './limits.ts';
import { slugSchema } from './person.ts';
import { requiredText } from './text.ts';

/** A host, or all hosts below one: `wiki.nordwerk.example`, `*.sharepoint.com`. */
const hostSchema = z.string().check(
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
const placesSchema = z._default(z.array(requiredText(LIMITS.selector)).check(z.maxLength(LIMITS.profilePlaces)), []);

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
  remnants: placesSchema,
});
export type SiteProfile = z.infer<typeof siteProfileSchema>;
