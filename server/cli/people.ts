import { Command } from 'commander';
import { type Device, listDevices } from '../rows/devices.ts';
import { type Invitation, openInvitations } from '../rows/invitations.ts';
import { type KnownPerson, listPeople } from '../rows/people.ts';
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
    );

const describePerson = ({ id, name, roles, departmentId, active }: KnownPerson): string =>
  [id, name, roles.join(', '), departmentId ?? '-', ...(active ? [] : ['left'])].join('  ');

const describeDevice = ({ id, name, joinedAt, revokedAt }: Device): string =>
  `  device ${id}  ${name}  joined ${day(joinedAt)}${revokedAt === null ? '' : `  revoked ${day(revokedAt)}`}`;

const describeInvitation = ({ id, personId, usesLeft, expiresAt }: Invitation): string =>
  `invitation ${id}  for ${personId ?? 'whoever has it'}  uses left ${usesLeft}  until ${day(expiresAt)}`;

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
