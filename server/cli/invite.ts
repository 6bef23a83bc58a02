import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import { revokeDevice } from '../rows/devices.ts';
import { addInvitation, type Invitation, openInvitations, revokeInvitation } from '../rows/invitations.ts';
import { findPerson, type KnownPerson, listPeople } from '../rows/people.ts';
import type { Sql } from '../store/store.ts';
import { day } from './day.ts';
import { noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

const DAY_MS = 86_400_000;

function positive(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0 && number <= 100_000) return number;
  throw new InvalidArgumentError('a whole number from 1 to 100000 is needed');
}

export const inviteCommand = () =>
  new Command('invite')
    .description('make an invitation for a person of the strategy, or for whoever gets it')
    .argument('[person]', 'id of the person; left out, each new person gives a name and becomes a submitter')
    .option('--uses <number>', 'how many devices may join with it', positive, 1)
    .option('--days <number>', 'how long it can be used', positive, 14)
    .action(async (personId: string | undefined, { uses, days }: { uses: number; days: number }, command: Command) => {
      const createdAt = Date.now();
      const { result: code } = await withStore(async (store) => {
        return store.write(async (tx) => {
          const person = personId === undefined ? null : await findPerson(tx, personId);
          if (personId !== undefined && person?.active !== true)
            command.error(`error: there is no person "${personId}"; ${await whatToDo(tx, person)}`);
          await noteAct(tx, 'invite', personId);
          return addInvitation(tx, personId ?? null, { uses, createdAt, expiresAt: createdAt + days * DAY_MS });
        });
      });
      console.log(code);
      console.log(`${publicUrl()}/join#${code}`);
    })
    .addCommand(listCommand())
    .addCommand(withdrawCommand());

/** How somebody whom the queue does not know comes to be invited. */
async function whatToDo(sql: Sql, left: KnownPerson | null): Promise<string> {
  if (left !== null) return 'they left: they are back once the strategy has them again';
  const others = await listPeople(sql);
  return others.length === 0
    ? 'nobody is known yet: `strategy start` writes a strategy to begin with, `strategy apply` brings its people here'
    : 'put them into the strategy and `strategy apply` it, or see `people` for those who are known';
}

const listCommand = () =>
  new Command('list').description('list the invitations that can still be used').action(() =>
    withStore(async (store) => {
      for (const invitation of await store.read((sql) => openInvitations(sql, Date.now())))
        console.log(describeInvitation(invitation));
    }),
  );

export const describeInvitation = ({ id, personId, usesLeft, expiresAt }: Invitation): string =>
  `invitation ${id}  for ${personId ?? 'whoever has it'}  uses left ${usesLeft}  until ${day(expiresAt)}`;

const withdrawCommand = () =>
  new Command('revoke')
    .description('withdraw an invitation, at once; devices that joined with it stay')
    .argument('<id>', 'id of the invitation, as `invite list` shows it')
    .action(async (id: string, _options: object, command: Command) => {
      const revoked = await withStore(async (store) => {
        const { result } = await store.write(async (tx) => {
          const isRevoked = await revokeInvitation(tx, id, Date.now());
          if (isRevoked) await noteAct(tx, 'revoke', id);
          return isRevoked;
        });
        return result;
      });
      if (!revoked) command.error(`error: there is no invitation "${id}" that could be revoked`);
      console.log('revoked');
    });

function publicUrl(): string {
  const { publicUrl: configured, host, port } = readConfig(process.env);
  return configured ?? `http://${host}:${port}`;
}

export const revokeCommand = () =>
  new Command('revoke')
    .description('end a device’s access or an invitation, at once')
    .argument('<id>', 'id of a device or an invitation, as `people --devices` shows it')
    .action(async (id: string, _options: object, command: Command) => {
      const now = Date.now();
      const revoked = await withStore(async (store) => {
        const { result } = await store.write(async (tx) => {
          const isRevoked = (await revokeDevice(tx, id, 'operator', now)) || (await revokeInvitation(tx, id, now));
          if (isRevoked) await noteAct(tx, 'revoke', id);
          return isRevoked;
        });
        return result;
      });
      if (!revoked) command.error(`error: there is no device or invitation "${id}" that could be revoked`);
      console.log('revoked');
    });
