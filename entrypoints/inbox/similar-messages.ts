import type { Account } from '../../storage/accounts.ts';
import type { SimilarView } from '../../storage/similar-topics.ts';

/** What the page asks its worker; of one page always with the same account. */
export type SimilarQuestion = { account: Account; topicId: string };

/** Somebody works with the keys of the page: what they wait for has the disk and the processor first. */
export const AT_WORK = 'at work';

export type SimilarAnswer = { topicId: string; views: SimilarView[] };
