/** Everything the toast says, handed in: it carries no words of its own into the page. */
type ToastTexts = {
  saved: string;
  /** What was clipped; a second, quieter line. */
  title: string;
  department: string;
  goal: string;
  /** Empty: the clip is an earlier one and stays as it is. */
  undo: string;
  close: string;
  undone: string;
  /** What was asked for could not be done. */
  unchanged: string;
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
  /** Answers whether the clip is taken back. */
  onUndo(): Promise<boolean>;
};
