import type { Account } from '../../storage/accounts.ts';
import type { SimilarView } from '../../storage/similar-topics.ts';

/** What the page asks its worker; of one page always with the same account. */
export type SimilarQuestion = { account: Account; topicId: string };

export type SimilarAnswer = { topicId: string; views: SimilarView[] };
