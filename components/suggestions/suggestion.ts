import type { Suggestion as FoundSuggestion } from '../../desk/suggestion.ts';

export type { Delivery } from '../../desk/suggestion.ts';

/** With its picture as an object or data URL, or null when there is none (yet). */
export type Suggestion = FoundSuggestion & { pictureUrl: string | null };
