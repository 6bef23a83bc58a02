import { expect, test } from 'vitest';
import { directoryOf } from '../../../components/strategy-admin/directory.ts';
import { BLANK } from '../../../components/strategy-admin/entry-fields.ts';
import { DEFAULT_DESK_RULES } from '../../../protocol/desk-rules.ts';
import { departmentSchema } from '../../../protocol/strategy.ts';
import type { StrategyView } from '../../../protocol/strategy-edit.ts';

const department = (id: string, de: string) => departmentSchema.parse({ ...BLANK.departments, id, name: { de } });
const VIEW: StrategyView = {
  ...{ version: 1, queueName: 'Nordwerk', goals: [], audiences: [], channels: [], rules: [], people: [] },
  departments: [department('hr', 'Personal'), department('it', 'IT')],
  desk: [DEFAULT_DESK_RULES],
};
const offered = (ownDepartment: string | null) =>
  directoryOf(VIEW, 'de', ownDepartment).departments.map(({ label }) => label);

test('a department is not offered as a part of itself', () => {
  expect(offered('hr')).toEqual(['IT']);
});

test('an entry of another section is offered every department, also the one that has its id', () => {
  expect(offered(null)).toEqual(['IT', 'Personal']);
});
