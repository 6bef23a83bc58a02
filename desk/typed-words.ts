/** Words that an editor had typed about a topic and not sent when the desk was closed to them. */
export type TypedWords = {
  topicId: string;
  /** The topic may be gone from this device by then. */
  title: string;
  /** What they were to become. */
  as: 'declined' | 'held' | 'note' | 'question';
  text: string;
};
