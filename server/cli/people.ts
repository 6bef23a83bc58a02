import { Command } from 'commander';
import { type Device, listDevices, revokeDevicesOf } from '../rows/devices.ts';
import { openInvitations, revokeInvitationsOf } from '../rows/invitations.ts';
import { findPerson, type KnownPerson, listPeople } from '../rows/people.ts';
import { dropCodesOf } from '../sign-in/codes.ts';
import { day } from './day.ts';
import { describeInvitation } from './invite.ts';
import { noteAct } from './note-act.ts';
import { withStore } from './with-store.ts';

export const peopleCommand = () =>
  new Command('people')
    .description('list the people of the queue')
    .option('--devices', 'also their devices and the open invitations, with the ids that `revoke` takes')
    .action(({ devices: wanted = false }: { devices?: boolean }) =>
      withStore(async (store) => {
        const { people, devices, invitations } = await store.read(async (sql) => ({
          people: await listPeople(sql),
          devices: wanted ? await listDevices(sql) : [],
          invitations: wanted ? await openInvitations(sql, Date.now()) : [],
        }));
        for (const person of people) {
          console.log(describePerson(person));
          for (const device of devices) if (device.personId === person.id) console.log(describeDevice(device));
        }
        for (const invitation of invitations) console.log(describeInvitation(invitation));
      }),
    )
    .addCommand(revokePersonCommand());

const revokePersonCommand = () =>
  new Command('revoke')
    .description('sign a person out of every device and withdraw their invitations, at once')
    .argument('<person>', 'id of the person')
    .action(async (id: string, _options: object, command: Command) => {
      const now = Date.now();
      const { result } = await withStore((store) =>
        store.write(async (tx) => {
          if ((await findPerson(tx, id)) === null) command.error(`error: there is no person "${id}"`);
          await noteAct(tx, 'people revoke', id);
          // Of a sign-in that is about to end: it would be one device more.
          await dropCodesOf(tx, id);
          return { devices: await revokeDevicesOf(tx, id, now), invitations: await revokeInvitationsOf(tx, id, now) };
        }),
      );
      console.log(`revoked: devices ${result.devices}, invitations ${result.invitations}`);
    });

const describePerson = ({ id, name, roles, departmentId, active }: KnownPerson): string =>
  [id, name, roles.join(', '), departmentId ?? '-', ...(active ? [] : ['left'])].join('  ');

const describeDevice = ({ id, name, joinedAt, revokedAt }: Device): string =>
  `  device ${id}  ${name}  joined ${day(joinedAt)}${revokedAt === null ? '' : `  revoked ${day(revokedAt)}`}`;
