import { Hono } from 'hono';
import { LIMITS } from '../../protocol/limits.ts';
import type { Person } from '../../protocol/person.ts';
import { ROUTES } from '../../protocol/routes.ts';
import type { StrategyView } from '../../protocol/strategy-edit.ts';
import type { History, StrategySaved } from '../../protocol/strategy-history.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { readJson } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { listPeople } from '../rows/people.ts';
import { queueRow } from '../rows/queue.ts';
import { listEntries } from '../rows/strategy.ts';
import { currentVersion, findVersion, listVersions } from '../rows/strategy-versions.ts';
import { signInRules } from '../sign-in/rules.ts';
import type { Sql } from '../store/store.ts';
import { changeStrategy } from '../strategy/apply.ts';
import { editedStrategy, entryOfEdit } from '../strategy/edit.ts';
import { exportStrategy } from '../strategy/export.ts';
import { heldStrategy } from '../strategy/held.ts';
import { keepOwnRole, needsAdmin } from '../strategy/keepers.ts';
import { readStrategy } from '../strategy/read.ts';
import { asProblem } from '../strategy/refused.ts';

const NEWEST = Number.MAX_SAFE_INTEGER;

/** [SG1] Reads and changes the strategy, for those who keep it. */
export function strategyRoutes({ store, clock }: Parts) {
  return new Hono<QueueEnv>()
    .get(ROUTES.strategy, async (c) => {
      const { roles } = c.get('reader').person;
      return c.json(await store.read((sql) => view(sql, roles.includes('admin'))));
    })
    .post(ROUTES.strategyEdits, async (c) => {
      const { person } = c.get('reader');
      const edit = await readJson(c, ENDPOINTS.editStrategy.json);
      const author = { personId: person.id, account: null, way: 'edit' as const, at: clock() };
      const entry = entryOfEdit(edit);
      if (entry === null) throw new RequestProblem('bad_request');
      const saved = await changeStrategy(
        store,
        (held) => {
          const wanted = editedStrategy(held, edit);
          if (needsAdmin(held, wanted) && !person.roles.includes('admin')) throw new RequestProblem('forbidden');
          keepOwnRole(held, wanted, person);
          return wanted;
        },
        author,
        { basedOn: { version: edit.basedOn, entry } },
      ).catch(asProblem);
      return c.json(answer(saved, person));
    })
    .get(ROUTES.strategyFile, async (c) => {
      const yaml = exportStrategy(await store.read(heldStrategy));
      return c.body(yaml, 200, { 'content-type': 'application/yaml; charset=utf-8' });
    })
    .post(ROUTES.strategyFile, async (c) => {
      const { person } = c.get('reader');
      const { yaml, basedOn, dryRun } = await readJson(c, ENDPOINTS.importStrategy.json);
      const author = { personId: person.id, account: null, way: 'import' as const, at: clock() };
      const saved = await changeStrategy(
        store,
        (held) => {
          const wanted = readStrategy(yaml);
          keepOwnRole(held, wanted, person);
          return wanted;
        },
        author,
        { basedOn: { version: basedOn, entry: null }, dryRun },
      ).catch(asProblem);
      return c.json(answer(saved, person));
    })
    .get(ROUTES.strategyVersions, async (c) => {
      const before = c.req.query('before');
      const asked = ENDPOINTS.strategyVersions.query.safeParse(before === undefined ? {} : { before: Number(before) });
      if (!asked.success) throw new RequestProblem('bad_request');
      const isAdmin = c.get('reader').person.roles.includes('admin');
      const found = await store.read((sql) => listVersions(sql, asked.data.before ?? NEWEST, LIMITS.historyPage + 1));
      const versions = found.slice(0, LIMITS.historyPage).map((version) => visible(version, isAdmin));
      return c.json({ versions, more: found.length > versions.length } satisfies History);
    })
    .get(ROUTES.strategyVersion, async (c) => {
      const version = await store.read((sql) => findVersion(sql, Number(c.req.param('number'))));
      if (version === null) throw new RequestProblem('unknown');
      return c.json(visible(version, c.get('reader').person.roles.includes('admin')));
    });
}

async function view(sql: Sql, isAdmin: boolean): Promise<StrategyView> {
  const { accounts } = await signInRules(sql);
  const accountOf = new Map(isAdmin ? Object.entries(accounts).map(([account, id]) => [id, account]) : []);
  // [VI1] Who joined and only suggests is for admins to know.
  const people = (await listPeople(sql)).filter(({ active, source }) => active && (isAdmin || source === 'strategy'));
  return {
    version: await currentVersion(sql),
    queueName: (await queueRow(sql)).name,
    departments: await listEntries(sql, 'department'),
    goals: await listEntries(sql, 'goal'),
    audiences: await listEntries(sql, 'audience'),
    channels: await listEntries(sql, 'channel'),
    rules: await listEntries(sql, 'rule'),
    desk: await listEntries(sql, 'deskRules'),
    people: people.map(({ active: _, ...person }) => ({ ...person, account: accountOf.get(person.id) ?? null })),
  };
}

const answer = ({ version, changes, waiting }: StrategySaved, person: Person): StrategySaved => ({
  version,
  changes: visible({ changes }, person.roles.includes('admin')).changes,
  waiting,
});

/** What admins keep to themselves: what people are called at the company’s provider, and whom it lets in. */
function visible<T extends Pick<StrategySaved, 'changes'>>(shown: T, isAdmin: boolean): T {
  if (isAdmin) return shown;
  const changes = shown.changes
    .filter(({ section }) => section !== 'signIn')
    .map((change) =>
      change.section === 'people'
        ? { ...change, fields: change.fields.filter(({ path }) => path !== 'account') }
        : change,
    );
  return { ...shown, changes };
}
