import { GuideScreen } from '../../../components/guide/guide-screen.tsx';
import { GUIDE } from '../../../components/guide/guide-steps.ts';
import { HelpScreen } from '../../../components/help/help-screen.tsx';
import { type Role, roleSchema } from '../../../protocol/person.ts';
import { inFrame } from './pages.tsx';

const nothing = () => {};
const SHORTCUTS = { popup: 'Alt+Shift+K', clip: 'Alt+Shift+J' };

const step =
  (role: Role, at: number, roles: readonly Role[] = [role]) =>
  () =>
    inFrame(
      'tour',
      <GuideScreen
        roles={roles}
        at={{ role, step: at }}
        progress={{ done: [], at: { role, step: at } }}
        popupKeys="Alt+Shift+K"
        onStep={nothing}
        onRoleDone={nothing}
      />,
    );

/** Every step of every role, and one of a person with several. */
export const GUIDE_STATES = {
  ...Object.fromEntries(
    roleSchema.options.flatMap((role) => GUIDE[role].map((_, at) => [`${role}-${at + 1}`, step(role, at)])),
  ),
  'several-roles': step('submitter', GUIDE.submitter.length - 1, ['submitter', 'editor', 'lead']),
};

const help = (roles: readonly Role[], tour: 'fresh' | 'begun' | 'seen') => () =>
  inFrame(
    'help',
    <HelpScreen roles={roles} shortcuts={SHORTCUTS} tour={tour} onTour={nothing} onStrategy={nothing} />,
    {
      desk: roles.includes('editor'),
    },
  );

export const HELP_STATES = {
  submitter: help(['submitter'], 'fresh'),
  editor: help(['submitter', 'editor', 'duty'], 'begun'),
  all: help(roleSchema.options, 'seen'),
};
