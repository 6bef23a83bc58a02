/**
 * How the addresses of one system are read: which parts of them name a page (AD1). The same form for
 * the systems that are known (`desk/address-rules/`) and for those of a company, which writes its own
 * in its site profiles. Every rule that fits an address is applied, the company's first, in order.
 */
import * as z from 'zod/mini';
import { namesOf, parseAddressPattern } from './address-pattern.ts';

const LENGTH = 200;
const MANY = 200;

/** `intranet.example`, `*.example` (any host below it and itself), `wiki.*` (any host that begins so). With a port: only that one. */
const hostSchema = z
  .string()
  .check(
    z.maxLength(LENGTH),
    z.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(\.\*)?(:[0-9]{1,5})?$/, { error: 'not a host' }),
  );

export const pathSchema = z.string().check(
  z.maxLength(LENGTH),
  z.startsWith('/', { error: 'a path begins with a slash' }),
  z.refine((source) => parseAddressPattern(source) !== null, { error: 'not a pattern of a path' }),
);

/** `name`; `name*` for all that begin so; `name=pattern` where the value has to fit as well. Case of names does not matter. */
const parameterSchema = z.string().check(
  z.minLength(1),
  z.maxLength(LENGTH),
  z.refine((source) => parseAddressPattern(source.slice(source.indexOf('=') + 1)) !== null || !source.includes('='), {
    error: 'not a parameter, or not a pattern of its value',
  }),
);
const parametersSchema = z.array(parameterSchema).check(z.maxLength(MANY));

/** Text with the placeholders of `paths` and `has`. */
const templateSchema = z.string().check(z.minLength(1), z.maxLength(LENGTH));

export const addressRuleSchema = z
  .strictObject({
    /** Absent: any host. */
    hosts: z.optional(z.array(hostSchema).check(z.minLength(1), z.maxLength(MANY))),
    /** One of them has to fit. Absent: any path. */
    paths: z.optional(z.array(pathSchema).check(z.minLength(1), z.maxLength(MANY))),
    /** Parameters that have to be there, all of them. */
    has: z.optional(parametersSchema),
    /** Only these parameters name the page; what is named here stays even where another rule would drop it. */
    keep: z.optional(parametersSchema),
    /** These say nothing about the page. */
    drop: z.optional(parametersSchema),
    /** `keep`: what stands behind `#` names the page; `drop`: never; `params`: it has the form of parameters and counts as those. */
    fragment: z.optional(z.enum(['keep', 'drop', 'params'])),
    /** Paths and names of parameters do not know case here. */
    ignoreCase: z.optional(z.boolean()),
    /** The one address of the page: `/path` with parameters if need be. What `has` took is used up, the other parameters stay. */
    to: z.optional(templateSchema.check(z.startsWith('/', { error: 'a path begins with a slash' }))),
    /** The one host of the site. A `*` stands for what the `*` of `hosts` stood for. */
    host: z.optional(z.union([hostSchema, z.literal('*')])),
    /** The address that is meant, where this one only leads there; it is read like any other. A single placeholder is decoded first. */
    target: z.optional(templateSchema),
    /** No further rule is looked at, not even those of known systems. */
    final: z.optional(z.boolean()),
  })
  .check(
    z.refine((rule) => rule.hosts !== undefined || rule.paths !== undefined || rule.has !== undefined, {
      error: 'a rule needs hosts, paths or parameters that it is for',
    }),
    z.refine(bindsWhatItUses, { error: 'a placeholder is used that not every path binds' }),
  );
export type AddressRule = z.infer<typeof addressRuleSchema>;

/** The rules of a company. */
export const addressRulesSchema = z.array(addressRuleSchema).check(z.maxLength(200));

type Templates = {
  paths?: string[] | undefined;
  has?: string[] | undefined;
  to?: string | undefined;
  target?: string | undefined;
};

function bindsWhatItUses({ paths = ['/**'], has = [], to = '', target = '' }: Templates): boolean {
  const used = [...`${to} ${target}`.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const bound = (source: string) => {
    const pattern = parseAddressPattern(source);
    return pattern === null ? [] : namesOf(pattern);
  };
  const always = has.filter((one) => one.includes('=')).flatMap((one) => bound(one.slice(one.indexOf('=') + 1)));
  return paths.every((path) => {
    const names = new Set([...always, ...bound(path)]);
    return used.every((name) => names.has(name));
  });
}
