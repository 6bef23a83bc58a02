/**
 * The sentences by group. Each is a constant of its own, so that a page bundles only those groups
 * that its components import; `createTranslator` reads one of them.
 */
import * as de from './de.json';
import * as en from './en.json';

export const manifest = { de: de.manifest, en: en.manifest };
export const common = { de: de.common, en: en.common };
export const source = { de: de.source, en: en.source };
export const frame = { de: de.frame, en: en.frame };
export const states = { de: de.states, en: en.states };
export const kinds = { de: de.kinds, en: en.kinds };
export const reasons = { de: de.reasons, en: en.reasons };
export const because = { de: de.because, en: en.because };
export const tags = { de: de.tags, en: en.tags };
export const popup = { de: de.popup, en: en.popup };
export const join = { de: de.join, en: en.join };
export const joinProblems = { de: de.joinProblems, en: en.joinProblems };
export const access = { de: de.access, en: en.access };
export const documents = { de: de.documents, en: en.documents };
export const captureFailures = { de: de.captureFailures, en: en.captureFailures };
export const saveProblems = { de: de.saveProblems, en: en.saveProblems };
export const syncProblems = { de: de.syncProblems, en: en.syncProblems };
export const refusals = { de: de.refusals, en: en.refusals };
export const timeline = { de: de.timeline, en: en.timeline };
export const similar = { de: de.similar, en: en.similar };
export const rules = { de: de.rules, en: en.rules };
export const personalData = { de: de.personalData, en: en.personalData };
export const suggestions = { de: de.suggestions, en: en.suggestions };
export const inbox = { de: de.inbox, en: en.inbox };
export const finding = { de: de.finding, en: en.finding };
export const plan = { de: de.plan, en: en.plan };
export const publicationStates = { de: de.publicationStates, en: en.publicationStates };
export const commands = { de: de.commands, en: en.commands };
export const changed = { de: de.changed, en: en.changed };
export const commandHelp = { de: de.commandHelp, en: en.commandHelp };
export const commandGroups = { de: de.commandGroups, en: en.commandGroups };
export const leftBecause = { de: de.leftBecause, en: en.leftBecause };
export const actions = { de: de.actions, en: en.actions };
export const status = { de: de.status, en: en.status };
export const settings = { de: de.settings, en: en.settings };
export const welcome = { de: de.welcome, en: en.welcome };
export const toast = { de: de.toast, en: en.toast };
export const questions = { de: de.questions, en: en.questions };
export const asking = { de: de.asking, en: en.asking };
export const deskClock = { de: de.deskClock, en: en.deskClock };
export const holdReasons = { de: de.holdReasons, en: en.holdReasons };
export const declineSentences = { de: de.declineSentences, en: en.declineSentences };
export const notes = { de: de.notes, en: en.notes };
export const topicEdit = { de: de.topicEdit, en: en.topicEdit };
export const clearanceStates = { de: de.clearanceStates, en: en.clearanceStates };
export const clearanceLevels = { de: de.clearanceLevels, en: en.clearanceLevels };
export const clearance = { de: de.clearance, en: en.clearance };
export const clearances = { de: de.clearances, en: en.clearances };
