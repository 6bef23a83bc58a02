/** Values that a JSON schema allows, as the queue describes what it reads. */
import fc from 'fast-check';
import type { Known } from './known.ts';

export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
};

/** @param name of the property, since some texts have to be addresses and a schema cannot say so */
export function valuesOf(schema: JsonSchema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, known, name)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objects(schema, known);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'string':
      return strings(schema, known, name);
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objects({ properties = {}, required = [] }: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, valuesOf(property, known, name)]),
  );
  return fc.record(model, { requiredKeys: required.filter((name) => Object.hasOwn(model, name)) });
}

function strings({ pattern, minLength = 0, maxLength = 500 }: JsonSchema, known: Known, name: string) {
  if (/address$/i.test(name)) return fc.webUrl({ withQueryParameters: true, withFragments: true });
  const fitting = known.byName[name];
  if (pattern !== undefined && fitting !== undefined) return fc.constantFrom(...fitting);
  if (pattern !== undefined) {
    const expression = new RegExp(pattern);
    const there = [...known.ids, ...known.slugs, known.epoch].filter((text) => expression.test(text));
    const made = fc.stringMatching(expression, { maxLength: 80 });
    return there.length === 0 ? made : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...there) }, made);
  }
  return fc.string({ unit: 'grapheme', minLength: Math.max(minLength, 1), maxLength: Math.min(maxLength, 60) });
}

function numbers({ type, minimum, exclusiveMinimum, maximum }: JsonSchema): fc.Arbitrary<number> {
  const min =
    Math.max(minimum ?? exclusiveMinimum ?? 0, Number.MIN_SAFE_INTEGER) + (exclusiveMinimum === undefined ? 0 : 1);
  const max = Math.min(maximum ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return type === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}
