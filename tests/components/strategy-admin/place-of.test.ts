import { expect, test } from 'vitest';
import { BLANK } from '../../../components/strategy-admin/entry-fields.ts';
import { placeOf } from '../../../components/strategy-admin/place-of.ts';
import { DEFAULT_DESK_RULES } from '../../../protocol/desk-rules.ts';
import { departmentSchema } from '../../../protocol/strategy.ts';
import type { StrategyView } from '../../../protocol/strategy-edit.ts';

const VIEW: StrategyView = {
  ...{ version: 1, queueName: 'Nordwerk', goals: [], audiences: [], channels: [], rules: [], people: [] },
  departments: ['hr', 'hr.north'].map((id) => departmentSchema.parse({ ...BLANK.departments, id, name: { en: id } })),
  desk: [DEFAULT_DESK_RULES],
};

test.each([
  ['departments.hr.contactId', { section: 'departments', id: 'hr', field: 'contactId' }],
  ['departments.hr.name.de', { section: 'departments', id: 'hr', field: 'name' }],
  ['departments.hr', { section: 'departments', id: 'hr', field: null }],
  ['departments.hr.north.contactId', { section: 'departments', id: 'hr.north', field: 'contactId' }],
  ['departments.gone.contactId', null],
  ['retention.days', null],
  ['', null],
])('a path is of an entry and its field: %j', (path, place) => {
  expect(placeOf(path, VIEW)).toEqual(place);
});
