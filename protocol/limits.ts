/**
 * How much of anything may travel or be kept. One table, so that the popup, the queue and the
 * documentation can only agree. Lengths are UTF-16 code units, sizes are bytes.
 */
export const LIMITS = {
  address: 4_096,
  title: 300,
  excerpt: 500,
  quote: 500,
  /** A text directive: the first and last words of a quote and a few around it, percent-encoded. */
  quotePlace: 1_500,
  alt: 300,
  caption: 500,
  /** Who made a picture, and the licence it names. */
  credit: 300,
  /** One CSS selector of a site profile, and how many of them one field may have. */
  selector: 300,
  profilePlaces: 30,
  /** A text on a page that may be a marking, how many of them are kept, and entries of one list of a rule. */
  markingText: 400,
  markingTexts: 60,
  ruleList: 200,
  /** What may be quoted of a news page. */
  newsQuote: 250,
  /** Of one department. */
  departmentAddresses: 20,
  /** The name of a signal, such as `meta og:title`. */
  signal: 80,
  note: 2_000,
  sentence: 500,
  /** A question, one of the options it offers, and what is answered. */
  question: 280,
  questionOption: 80,
  questionOptions: 6,
  answer: 1_000,
  questionsPerMonth: 100,
  /** One field of a topic's brief, and whom it should reach. */
  briefText: 280,
  audiences: 20,
  deliverable: 280,
  /** All minutes of a week. */
  weekMinutes: 10_080,
  /** Pages of a topic that its clearer receives. */
  clearancePages: 20,
  label: 40,
  labels: 10,
  search: 200,
  /** Topics suggested as similar to one. */
  similar: 5,
  /** Topics on a page of a search in the queue, and how far they are counted. */
  searchPage: 50,
  searchCount: 1_000,
  siteName: 120,
  byline: 200,
  bylines: 10,
  language: 35,
  name: 120,
  strategyText: 600,
  /** What employees may say beside something they pass on. */
  shareText: 1_000,
  /** Of a measurement: its unit, what was learnt, how large it may be, and how many a program may send at once. */
  unit: 60,
  lesson: 280,
  measured: 1e15,
  reportedResults: 500,
  /** Suggestions that a department may owe, and addresses that a channel may be compared with. */
  pitchesPerQuarter: 1_000,
  benchmarks: 10,
  /** The whole strategy as a file. */
  strategyFile: 1_000_000,
  /** Versions of the strategy on one page of its history. */
  historyPage: 50,
  /** Full text of a page: stays on the device, so this guards the disk and not the wire. */
  pageText: 200_000,
  /** What the queue accepts; `entrypoints/browser/picture.ts` aims at `pictureTarget`. */
  pictureBytes: 200_000,
  pictureTarget: 60_000,
  /** How long somebody is shown as looking at a topic after they last said so. */
  claimMs: 600_000,
  /** Mutations in one push and changes in one page of a pull. */
  pushBatch: 500,
  pullPage: 500,
  /** A body larger than this is refused before it is read. */
  bodyBytes: 4_000_000,
  /** Editors hold open topics and those changed within this time, newest first up to the cap. */
  workingSetDays: 90,
  workingSetTopics: 10_000,
} as const;
