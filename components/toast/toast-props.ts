/** Everything the toast says, handed in: it carries no words of its own into the page. */
type ToastTexts = {
  saved: string;
  /** What was clipped; a second, quieter line. */
  title: string;
  department: string;
  goal: string;
  /** Why the department is what it is, until somebody chooses another. Empty where nothing was chosen for the person. */
  because: string;
  /** Empty: the clip is an earlier one and stays as it is. */
  undo: string;
  close: string;
  /** Marks in the page what was read of it; a word, and the same said in full. Empty: there is nothing to mark. */
  show: string;
  showRead: string;
  undone: string;
  /** What was asked for could not be done. */
  unchanged: string;
  unshown: string;
};

export type ToastChoice = { id: string; name: string };

/** The goals of a department and the one chosen; the id '' stands for "the editors decide". */
export type ToastGoals = { goals: readonly ToastChoice[]; goalId: string };

export type ToastProps = ToastGoals & {
  texts: ToastTexts;
  departments: readonly ToastChoice[];
  departmentId: string;
  /** Changes department or goal of the clip. Answers with the goals of its department now; null if nothing was changed. */
  onTag(choice: { departmentId: string; goalId: string }): Promise<ToastGoals | null>;
  /** Marks in the page what was read of it. Answers whether anything could be marked. */
  onShowRead(): Promise<boolean>;
  /** Answers whether the clip is taken back. */
  onUndo(): Promise<boolean>;
};

/** What the background sends: all but what the toast calls back with. */
export type ToastContent = Omit<ToastProps, 'onTag' | 'onUndo' | 'onShowRead'> & { clipId: string };
