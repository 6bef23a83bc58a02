/** Where the demo and the tests find things on Clipdesk's screens. Nothing else names a class or an attribute. */

export const POPUP = {
  form: 'form.popup-form',
  title: 'textarea.popup-title',
  /** The page was read and its picture was taken. */
  picture: '.popup-head img',
  /** Says what of the page was longer than its limit. */
  cut: '.popup-extract .mark',
  /** Asks the browser for the site of a document. */
  allowSite: '.popup-extract button',
  /** Department, then goal. */
  chips: 'form.popup-form .tag-chips .chip-name',
  /** Why the department stands there, then why the goal does. */
  reasons: '.because-line .because-reason',
  /** The next best department or goal. */
  instead: '.because-instead',
  submit: 'form.popup-form button[type="submit"]',
  saved: '.saved',
  /** What a colleague's earlier suggestion of this page became. */
  earlier: '.popup-form > .notice .state-badge',
  /** What is known already that is similar; opens to a list. */
  known: '.known-already summary',
  joinTopic: '.known-already .similar-row button',
  /** Shows where something published stands. */
  reuse: '.known-already .similar-row button[aria-label]',
  /** This person clipped the page before. */
  mine: '.own-head',
  withdraw: '.own-actions > .button-quiet',
  /** Brings back what was just withdrawn. */
  undo: '.saved-actions .button:not(.button-primary)',
  /** Address and title are asked for, because the page could not be read. */
  address: 'form.popup-form input[type="url"]',
  titleByHand: 'form.popup-form .field textarea:not([data-note])',
  join: '.popup-join',
  /** Whom the goal should reach, and whether it builds or nurtures. */
  goal: '.goal-line',
  /** An entry of the list in which a department or a goal is chosen. */
  choice: '.chooser-panel [role="option"]',
  failed: '.notice-danger',
} as const;

export const JOIN = {
  invitation: 'textarea.join-invitation',
  submit: 'form.join-form button[type="submit"]',
  signIn: 'button.join-sign-in',
  problem: 'form.join-form .notice',
  joined: '.join-ways',
} as const;

export const INBOX = {
  row: '.row[data-topic]',
  /** The pane of the selected topic; its label is the topic's title. */
  topic: '.inbox-topic',
  /** Goal and effect of the topic in the pane, in full. */
  brief: '.inbox-topic .goal-title + .facts',
  notes: '.inbox-topic .note-text',
  department: 'select[aria-label="Department"], select[aria-label="Abteilung"]',
  clock: '.clock-over',
  /** Who was told that a topic is overdue. */
  escalation: '.escalation',
  palette: 'dialog.palette[open] input',
  chosenEntry: 'dialog.palette [role="option"][aria-selected="true"]',
  panel: '.decision-panel',
  panelChoice: '.decision-panel .panel-choice',
  arrived: '.arrived',
  search: '.search input',
  mark: '.row mark',
  archive: '.archive',
  archiveRow: '.archive-row',
  decision: '.decision-bar button',
  views: '.inbox-views',
  chip: '.filter-chip',
  undo: '.undo-toast',
} as const;

export const SUGGESTIONS = {
  card: '.suggestion-list > li',
  pending: '.step-pending',
  /** That nobody answered in time, and who is responsible. */
  late: '.step-late',
} as const;

/** The seven points of a topic's brief, in its pane and in the panel that fills them in. */
export const BRIEF = {
  open: '.brief-point[data-done="false"]',
  done: '.brief-point[data-done="true"]',
  /** Which points are still to be said before work begins. */
  missing: '.decision-panel .panel-actions [role="status"]',
  field: (point: string): string => `.decision-panel [data-point="${point}"] input`,
} as const;

/** The plan, by its tabs. */
export const PLAN = {
  tab: '.plan-tab',
  agendaItem: '.agenda-item',
  /** Only on paper: room to write. */
  agendaRoom: '.agenda-room',
  print: '.agenda button.no-print',
  coverage: 'table.coverage',
  gap: '.gap-list li',
} as const;

/** On the status page: sends and fetches now, whatever was planned. */
export const STATUS = { retry: '.status-foot button', problem: '.notice', waiting: '.entries .entry' } as const;

/** Its content stands in a closed shadow root; from outside only its being there can be seen. */
export const TOAST = 'clipdesk-toast';

/** The badge of a state, whatever the language. */
export const stateBadge = (state: string): string => `.state-badge[style*="--state-${state})"]`;

/** The page of the strategy: to read, to confirm, to edit. */
export const STRATEGY = {
  tab: '.strategy-tab',
  entry: '.entry-line',
  form: 'form.entry-form',
  lack: '.goal-status .goal-lack',
  save: 'form.entry-form button[type="submit"]',
  confirm: '.confirm-goals .card .button-primary',
  version: '.version',
  who: '.who .card',
} as const;

/** The tour after joining, and the page of the seven roles. */
export const GUIDE = {
  offer: '.join-ways .button-primary',
  title: '.guide h1',
  progress: '.guide-top p',
  next: '.guide-buttons .button-primary',
  role: '.role-page',
  openRole: '.role-page[open]',
} as const;

/** Pages of the extension by their file and the part behind `#`. */
export const PAGES = {
  join: 'options.html#join',
  welcome: 'options.html#welcome',
  suggestions: 'options.html#suggestions',
  feed: 'options.html#feed',
  questions: 'options.html#questions',
  status: 'options.html#status',
  inbox: 'inbox.html',
  strategy: 'strategy.html',
  help: 'options.html#help',
} as const;

/** A question to the person, in the popup and on the page of all. */
export const QUESTION = {
  inPopup: '.popup-questions .question-card',
  card: '.question-list .question-card',
  answer: '.popup-questions textarea',
  said: '.popup-questions-said',
} as const;

/** The panel that asks, and what was asked about the topic at hand. */
export const ASKING = {
  text: 'form.decision-panel .field textarea',
  send: 'form.decision-panel button[type="submit"]',
  before: '.ask-before',
  takeOver: '.ask-before button',
  whom: 'form.decision-panel .ask-line .chip',
  whomFound: 'form.decision-panel .chooser-panel input',
  /** Why it cannot be sent, or when it will arrive. */
  said: 'form.decision-panel .panel-actions [role="status"]',
  thread: '.thread',
  /** Copies the link of an open question. */
  link: '.thread-actions button:nth-child(2)',
} as const;

/** What was published, for everybody. */
export const FEED = {
  card: '.feed-list > li',
  share: '.share summary',
  /** Copies the words and opens the network's own page. */
  network: '.share-network a[target="_blank"]',
} as const;

/** Whether the person is thanked by name. */
export const THANKS = { choice: '.switch-line' } as const;

/** The panel that asks what came of a topic. */
export const EVALUATING = {
  value: 'form.decision-panel input[inputmode="decimal"]',
  lesson: 'form.decision-panel textarea',
} as const;

/** How far the goals came. */
export const GOALS = {
  chart: '.goal-chart',
  /** Opens the table behind the first chart that has one. */
  table: '.goal .figures-table summary',
  file: 'input[type="file"]',
  take: '.plan .button-row .button-primary',
} as const;

/** Clearances: the panel that asks, the section at the topic, and the clearer's page. */
export const CLEARANCE = {
  why: 'form.decision-panel textarea',
  ask: 'form.decision-panel button[type="submit"]',
  publish: 'form.decision-panel button[type="submit"]',
  section: (state: string): string => `.clearance-section[data-clearance="${state}"]`,
  mark: (state: string): string => `.clearance-mark[data-clearance="${state}"]`,
  card: '.clearance-card',
  /** The first of the three ways to decide. */
  way: '.clearance-actions .button-primary',
  words: '.clearance-form textarea',
  undo: '.undo-toast',
} as const;
