/** The queue's addresses, in one place for both sides. */
export const ROUTES = {
  queue: '/v1/queue',
  session: '/v1/session',
  refresh: '/v1/session/refresh',
  signIn: '/v1/session/sign-in',
  push: '/v1/push',
  pull: '/v1/pull',
  events: '/v1/events',
  search: '/v1/search',
  topic: '/v1/topics/:topicId',
  claim: '/v1/topics/:topicId/claim',
  figures: '/v1/figures',
  similar: '/v1/similar',
  picture: '/v1/clips/:clipId/picture',
  questionLink: '/v1/questions/:questionId/link',
  strategy: '/v1/strategy',
  strategyEdits: '/v1/strategy/edits',
  strategyFile: '/v1/strategy/file',
  strategyVersions: '/v1/strategy/versions',
  strategyVersion: '/v1/strategy/versions/:number',
  confirmation: '/v1/goals/:goalId/confirmation',
} as const;

/** The queue's pages that a person passes through to sign in; no API, so not among the routes. */
export const SIGN_IN_PAGE = '/sign-in';

export const claimPath = (topicId: string): string => ROUTES.claim.replace(':topicId', topicId);
export const picturePath = (clipId: string): string => ROUTES.picture.replace(':clipId', clipId);
export const questionLinkPath = (questionId: string): string => ROUTES.questionLink.replace(':questionId', questionId);
export const confirmationPath = (goalId: string): string => ROUTES.confirmation.replace(':goalId', goalId);
export const topicPath = (topicId: string): string => ROUTES.topic.replace(':topicId', topicId);
