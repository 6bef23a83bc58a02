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
};

export type ToastChoice = { id: string; name: string };

export type ToastProps = {
  texts: ToastTexts;
  departments: readonly ToastChoice[];
  /** Of the department chosen; the first one may have the id '' for "the editors decide". */
  goals: readonly ToastChoice[];
  departmentId: string;
  goalId: string;
  /** Changes department or goal of the clip; the caller then shows the goals of its department by `update`. */
  onTag(choice: { departmentId: string; goalId: string }): void;
  /** Answers whether the clip is taken back. */
  onUndo(): Promise<boolean>;
  onGone(): void;
};
