/**
 * Every command of the inbox: its keys, when it applies, and where it stands in the overview. Its words
 * are in `locales/` under its name. Keys, help, palette and the caps on the buttons all read this table.
 */
import type { State } from '../../../protocol/topic.ts';
import type { Situation } from './situation.ts';

export const GROUPS = ['move', 'decide', 'change', 'pick', 'read', 'find', 'go'] as const;
export type Group = (typeof GROUPS)[number];

export type Command = {
  name: string;
  group: Group;
  /** As `stroke.ts` reads them; the first is shown on buttons. */
  keys: readonly string[];
  applies(situation: Situation): boolean;
  /** Goes on while the key is held down. Nothing that decides does. */
  repeats?: boolean;
  /** Works while text is typed, too. */
  inFields?: boolean;
  /** Not offered in the palette: there it would mean nothing. */
  onlyKey?: boolean;
  /** In the overview one line stands for all that share a key: what it does follows from the topic. */
  inHelp?: HelpLine;
};
/** Words of `commandHelp` in `locales/`. */
export const HELP_LINES = ['wayOn', 'muting'] as const;
type HelpLine = (typeof HELP_LINES)[number];

const isFree = ({ overlay }: Situation) => overlay === null;
const hasRows = (situation: Situation) => isFree(situation) && situation.rows > 0;
const hasTopic = (situation: Situation) => isFree(situation) && situation.topic !== null;
const isAboutOne = (situation: Situation) => hasTopic(situation) && situation.picked === 0;
const mayGo = (to: State) => (situation: Situation) => isFree(situation) && situation.allows.includes(to);

export const COMMANDS = [
  { name: 'next', group: 'move', keys: ['j', 'ArrowDown'], applies: hasRows, repeats: true },
  { name: 'previous', group: 'move', keys: ['k', 'ArrowUp'], applies: hasRows, repeats: true },
  { name: 'open', group: 'move', keys: ['Enter', 'o'], applies: hasTopic },
  {
    name: 'close',
    group: 'move',
    keys: ['Escape'],
    applies: ({ overlay }) => overlay !== null,
    inFields: true,
    onlyKey: true,
  },
  {
    name: 'pickNone',
    group: 'pick',
    keys: ['* n', 'Escape'],
    applies: (situation) => isFree(situation) && situation.picked > 0,
  },
  { name: 'back', group: 'move', keys: ['u', 'Escape'], applies: isFree },

  { name: 'accept', group: 'decide', keys: ['1'], applies: mayGo('accepted') },
  { name: 'merge', group: 'decide', keys: ['2'], applies: mayGo('merged') },
  { name: 'decline', group: 'decide', keys: ['3'], applies: mayGo('declined') },
  { name: 'hold', group: 'decide', keys: ['h'], applies: mayGo('held') },
  { name: 'ask', group: 'decide', keys: ['r'], applies: (situation) => isFree(situation) && situation.mayAsk },
  {
    name: 'askClearance',
    group: 'decide',
    keys: ['f'],
    applies: (situation) => isFree(situation) && situation.mayAskClearance,
  },
  { name: 'startWork', group: 'decide', keys: ['w'], applies: mayGo('in_work'), inHelp: 'wayOn' },
  {
    name: 'publish',
    group: 'decide',
    keys: ['w'],
    // Where each of them appeared has to be said: never of many at once.
    applies: (situation) => situation.picked === 0 && mayGo('published')(situation),
    inHelp: 'wayOn',
  },
  { name: 'evaluate', group: 'decide', keys: ['w'], applies: mayGo('evaluated'), inHelp: 'wayOn' },
  { name: 'reopen', group: 'decide', keys: [], applies: mayGo('new') },
  { name: 'takeOver', group: 'read', keys: ['c'], applies: (situation) => isFree(situation) && situation.lookedAt },
  {
    name: 'undo',
    group: 'decide',
    keys: ['z', 'Ctrl+z'],
    applies: (situation) => isFree(situation) && situation.canUndo,
  },
  {
    name: 'digit',
    group: 'decide',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    applies: ({ overlay }) => overlay !== null,
    onlyKey: true,
  },
  {
    name: 'submit',
    group: 'decide',
    keys: ['Ctrl+Enter'],
    applies: ({ overlay }) => overlay !== null,
    inFields: true,
    onlyKey: true,
  },

  { name: 'assign', group: 'change', keys: ['a'], applies: isAboutOne },
  { name: 'assignMe', group: 'change', keys: ['i'], applies: isAboutOne },
  { name: 'editDepartment', group: 'change', keys: ['d'], applies: isAboutOne },
  { name: 'editGoal', group: 'change', keys: ['t'], applies: isAboutOne },
  { name: 'editLabels', group: 'change', keys: ['l'], applies: isAboutOne },
  { name: 'editBrief', group: 'change', keys: ['b'], applies: isAboutOne },
  { name: 'giveAssignment', group: 'change', keys: ['p'], applies: isAboutOne },
  { name: 'editEmbargo', group: 'change', keys: [], applies: isAboutOne },
  { name: 'editTitle', group: 'change', keys: [], applies: isAboutOne },
  { name: 'note', group: 'change', keys: ['n'], applies: isAboutOne },
  {
    name: 'meetingOn',
    group: 'change',
    keys: [],
    applies: (situation) => isAboutOne(situation) && situation.topic?.forMeeting === false,
  },
  {
    name: 'meetingOff',
    group: 'change',
    keys: [],
    applies: (situation) => isAboutOne(situation) && situation.topic?.forMeeting === true,
  },

  { name: 'pick', group: 'pick', keys: ['x', 'Space'], applies: hasTopic },
  {
    name: 'extendDown',
    group: 'pick',
    keys: ['Shift+ArrowDown'],
    applies: hasTopic,
    repeats: true,
    onlyKey: true,
  },
  { name: 'extendUp', group: 'pick', keys: ['Shift+ArrowUp'], applies: hasTopic, repeats: true, onlyKey: true },
  {
    name: 'pickAll',
    group: 'pick',
    keys: ['* a'],
    applies: (situation) => hasRows(situation) && !situation.allPicked,
  },

  {
    name: 'markRead',
    group: 'read',
    keys: ['Shift+i'],
    applies: (situation) => hasTopic(situation) && (situation.picked > 0 || situation.topic?.reading !== 'read'),
  },
  {
    name: 'markUnread',
    group: 'read',
    keys: ['Shift+u'],
    applies: (situation) => hasTopic(situation) && (situation.picked > 0 || situation.topic?.reading !== 'unread'),
  },
  {
    name: 'mute',
    group: 'read',
    keys: ['m'],
    applies: (situation) => hasTopic(situation) && situation.topic?.muted === false,
    inHelp: 'muting',
  },
  {
    name: 'unmute',
    group: 'read',
    keys: ['m'],
    applies: (situation) => hasTopic(situation) && situation.topic?.muted === true,
    inHelp: 'muting',
  },

  { name: 'search', group: 'find', keys: ['/', 's'], applies: isFree },
  {
    name: 'palette',
    group: 'find',
    keys: ['Ctrl+k'],
    // Over an open panel too: it stays beneath, with everything typed.
    applies: ({ overlay }) => overlay !== 'help',
    inFields: true,
    onlyKey: true,
  },
  { name: 'help', group: 'find', keys: ['?'], applies: isFree },

  { name: 'goInbox', group: 'go', keys: ['g e'], applies: isFree },
  { name: 'goPlan', group: 'go', keys: ['g p'], applies: isFree },
  { name: 'goMine', group: 'go', keys: ['g m'], applies: isFree },
  {
    name: 'goOverdue',
    group: 'go',
    keys: ['g f'],
    applies: (situation) => isFree(situation) && situation.overdue > 0,
  },
  { name: 'goGoals', group: 'go', keys: ['g z'], applies: isFree },
  {
    name: 'goView',
    group: 'go',
    keys: ['g 1', 'g 2', 'g 3', 'g 4', 'g 5', 'g 6', 'g 7', 'g 8', 'g 9'],
    applies: isFree,
    onlyKey: true,
  },
] as const satisfies readonly Command[];

export type CommandName = (typeof COMMANDS)[number]['name'];
export type NamedCommand = Command & { name: CommandName };
const ALL: readonly NamedCommand[] = COMMANDS;

export const commandOf = (name: CommandName): NamedCommand => {
  const command = ALL.find((one) => one.name === name);
  if (command === undefined) throw new Error(name);
  return command;
};

/** The commands that a person may choose now, in the order of the table. */
export const choosable = (situation: Situation): NamedCommand[] =>
  ALL.filter((command) => command.onlyKey !== true && command.applies(situation));

export const commandsOf = (group: Group): NamedCommand[] => ALL.filter((command) => command.group === group);

/** The commands that apply now, keys that mean nothing but themselves included. */
export const applying = (situation: Situation): NamedCommand[] => ALL.filter(({ applies }) => applies(situation));

/** The commands whose keys are ours wherever the focus stands. */
export const IN_FIELDS: readonly NamedCommand[] = ALL.filter(({ inFields }) => inFields === true);
