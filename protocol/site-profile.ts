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
const hostSchema = z
  .string()
  .check(
    z.maxLength(253),
    z.regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/, {
      error: 'a host is written like wiki.example.com or *.example.com',
    }),
  );

const selectorSchema = requiredText(LIMITS.selector);

/** A CSS selector whose element shows the value, or one with `@name` behind it for the value of an attribute. */
const placesSchema = z._default(z.array(selectorSchema).check(z.maxLength(LIMITS.profilePlaces)), []);

export const siteProfileSchema = z.object({
  id: slugSchema,
  name: requiredText(LIMITS.name),
  /** Empty: on every host. */
  hosts: z._default(z.array(hostSchema).check(z.maxLength(LIMITS.profilePlaces)), []),
  /** A page is of this system if it has one of these. Empty: its host says it all. */
  signs: placesSchema,
  kind: z._default(z.nullable(clipKindSchema), null),
  /** False for systems that draw their text instead of writing it: what stands in the page is no text of the document. */
  isReadable: z._default(z.boolean(), true),
  /** Places in the order in which they are asked; the first that says something is believed. */
  title: placesSchema,
  byline: placesSchema,
  siteName: placesSchema,
  published: placesSchema,
  modified: placesSchema,
  /** Every element of the first place that is found. */
  text: placesSchema,
  /** What stands in the text and is no part of it. */
  remove: placesSchema,
  /** What the system adds to a title, without the separator: "Confluence", "SharePoint". */
  remnants: placesSchema,
});
export type SiteProfile = z.infer<typeof siteProfileSchema>;
