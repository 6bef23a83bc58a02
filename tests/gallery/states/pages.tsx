import type { ComponentChildren } from 'preact';
import { DeskClosed } from '../../../components/desk-closed.tsx';
import type { JoinFormProps } from '../../../components/join/join-props.ts';
import { JoinScreen } from '../../../components/join/join-screen.tsx';
import { type FramePage, PageFrame } from '../../../components/page-frame.tsx';
import type { SettingsScreenProps } from '../../../components/settings/settings-props.ts';
import { SettingsScreen } from '../../../components/settings/settings-screen.tsx';
import type { StatusScreenProps } from '../../../components/status/status-props.ts';
import { StatusScreen } from '../../../components/status/status-screen.tsx';
import { WelcomeScreen } from '../../../components/welcome/welcome-screen.tsx';
import { ENDLESS, HARBOUR, uuid, WIND, WORKSHOP } from '../samples/clips.ts';
import { DAY, HOUR, NOW, PEOPLE, QUEUE } from '../samples/company.ts';

const nothing = () => {};

export const inFrame = (
  current: FramePage | null,
  children: ComponentChildren,
  rest: {
    unsent?: number;
    parked?: number;
    questions?: number;
    clearances?: number;
    person?: null;
    desk?: boolean;
  } = {},
) => (
  <PageFrame current={current} person={PEOPLE.mira.name} desk={false} unsent={0} parked={0} onOpen={nothing} {...rest}>
    {children}
  </PageFrame>
);

const STATUS: StatusScreenProps = {
  account: { person: PEOPLE.mira.name, queue: QUEUE, queueUrl: 'https://queue.nordwerk.example' },
  waiting: [],
  unsent: 0,
  parked: [],
  sending: false,
  problem: null,
  nextTryAt: null,
  lastSyncAt: NOW - 120_000,
  storage: { usedBytes: 3_400_000, freeBytes: 12_500_000_000, persistent: true },
  version: { extension: '0.1.0', protocol: 1 },
  onRetryNow: nothing,
  onSignIn: nothing,
  onCorrect: nothing,
  onSendAgain: nothing,
  onDiscard: nothing,
};
const WAITING = [WORKSHOP, HARBOUR, ENDLESS].map(({ id, title }, at) => ({
  id,
  action: at === 1 ? ('editClip' as const) : ('saveClip' as const),
  title,
  madeAt: NOW - at * HOUR - HOUR,
}));

const status = (change: Partial<StatusScreenProps>) => () =>
  inFrame('status', <StatusScreen {...STATUS} {...change} />, {
    unsent: change.unsent ?? 0,
    parked: change.parked?.length ?? 0,
  });

export const STATUS_STATES = {
  'desk-closed': () => inFrame(null, <DeskClosed parked={1} onOpen={nothing} />, { parked: 1 }),
  'all-sent': status({}),
  offline: status({ waiting: WAITING, unsent: 103, problem: 'offline', nextTryAt: NOW + 4 * 60_000 }),
  sending: status({ waiting: WAITING, unsent: 3, sending: true }),
  'sign-in': status({ waiting: WAITING.slice(0, 1), unsent: 1, problem: 'sign_in' }),
  'not-a-queue': status({ waiting: WAITING.slice(0, 1), unsent: 1, problem: 'not_a_queue', nextTryAt: NOW + HOUR }),
  parked: status({
    parked: [
      {
        id: uuid(51),
        action: 'saveClip',
        title: WIND.title,
        madeAt: NOW - DAY,
        refusal: { kind: 'unknown_department', path: 'clip.departmentId' },
        clipId: WIND.id,
        topicId: null,
        words: '',
      },
      {
        id: uuid(52),
        action: 'decide',
        title: HARBOUR.title,
        madeAt: NOW - 2 * DAY,
        refusal: { kind: 'conflict', path: 'after' },
        clipId: null,
        topicId: HARBOUR.id,
        words: 'Der Hafen hat dazu schon selbst etwas gebracht.',
      },
      {
        id: uuid(53),
        action: null,
        title: '',
        madeAt: NOW - 9 * DAY,
        refusal: { kind: 'invalid', path: '' },
        clipId: null,
        topicId: null,
        words: '',
      },
    ],
  }),
  'not-joined': status({ account: null, lastSyncAt: null, storage: null }),
};

const FORM: JoinFormProps = {
  invitation: '',
  queueName: null,
  queueHost: null,
  asksAddress: false,
  address: '',
  asksName: false,
  name: '',
  offersSignIn: false,
  signingIn: false,
  joining: false,
  problem: null,
  onChange: nothing,
  onJoin: nothing,
  onSignIn: nothing,
};
const join =
  (change: Partial<JoinFormProps>, wanted = false) =>
  () =>
    inFrame('join', <JoinScreen state={{ kind: 'form', form: { ...FORM, ...change }, wanted }} onOpen={nothing} />, {
      person: null,
    });
const LINK = {
  invitation: 'https://queue.nordwerk.example/join#7KQ2-MX4P-9TRA-C3HV',
  queueHost: 'queue.nordwerk.example',
};

const COMPANY = {
  invitation: 'https://queue.nordwerk.example',
  queueHost: 'queue.nordwerk.example',
  queueName: QUEUE,
  offersSignIn: true,
};

export const JOIN_STATES = {
  empty: join({}),
  wanted: join({}, true),
  'code-only': join({ invitation: '7KQ2-MX4P-9TRA-C3HV', asksAddress: true, problem: 'address_missing' }),
  offer: join({ ...LINK, queueName: QUEUE, asksName: true, name: PEOPLE.mira.name }),
  joining: join({ ...LINK, queueName: QUEUE, joining: true }),
  'code-cut': join({ ...LINK, invitation: LINK.invitation.slice(0, -7), queueName: QUEUE, problem: 'code_malformed' }),
  'code-missing': join({
    ...LINK,
    invitation: LINK.invitation.slice(0, -20),
    queueName: QUEUE,
    problem: 'code_missing',
  }),
  'code-missing-company': join({
    ...{ ...COMPANY, invitation: `${COMPANY.invitation}/join`, problem: 'code_missing' },
  }),
  'code-used': join({ ...LINK, queueName: QUEUE, problem: 'code_used' }),
  'other-address': join({ ...LINK, queueName: QUEUE, problem: 'other_address' }),
  'not-a-queue': join({ ...LINK, problem: 'not_a_queue' }),
  company: join(COMPANY),
  'company-signing-in': join({ ...COMPANY, signingIn: true }),
  'company-offline': join({ ...COMPANY, problem: 'unreachable' }),
  'company-refused': join({ ...COMPANY, problem: 'refused' }),
  'company-cancelled': join({ ...COMPANY, problem: 'cancelled' }),
  'company-provider-down': join({ ...COMPANY, problem: 'provider_down' }),
  'company-wrong-answer': join({ ...COMPANY, problem: 'wrong_answer' }),
  'company-not-here': join({ ...COMPANY, offersSignIn: false, problem: 'no_sign_in' }),
  joined: () =>
    inFrame(
      'join',
      <JoinScreen
        state={{ kind: 'joined', queueName: QUEUE, person: PEOPLE.mira.name, desk: true }}
        onOpen={nothing}
      />,
    ),
};

const SETTINGS: SettingsScreenProps = {
  language: 'auto',
  thanked: false,
  onThanked: nothing,
  letterKeys: true,
  account: { person: PEOPLE.mira.name, queue: QUEUE, unsent: 0 },
  onLanguage: nothing,
  onLetterKeys: nothing,
  onSignOut: nothing,
  onJoin: nothing,
  onShortcuts: nothing,
};

export const SETTINGS_STATES = {
  joined: () => inFrame('settings', <SettingsScreen {...SETTINGS} />),
  unsent: () =>
    inFrame(
      'settings',
      <SettingsScreen
        {...SETTINGS}
        letterKeys={false}
        account={{ person: PEOPLE.mira.name, queue: QUEUE, unsent: 2 }}
      />,
      { unsent: 2 },
    ),
  'not-joined': () =>
    inFrame('settings', <SettingsScreen {...SETTINGS} account={null} thanked={null} onShortcuts={null} />, {
      person: null,
    }),
};

const SHORTCUTS = { popup: 'Alt+Shift+C', clip: 'Alt+Shift+S' };
export const WELCOME_STATES = {
  fresh: () => <WelcomeScreen shortcuts={SHORTCUTS} joined={false} onJoin={nothing} />,
  joined: () => <WelcomeScreen shortcuts={{ ...SHORTCUTS, clip: '' }} joined onJoin={nothing} />,
};
