import type { JoinProblem } from '../problems.ts';

export type JoinFormProps = {
  /** A link or code as typed, the address of an invitation that the tab shows, or that of a queue alone. */
  invitation: string;
  /** The queue behind the invitation once it answered; null before. */
  queueName: string | null;
  /** Where the invitation leads, as `URL.host`; the queue can say any name, but not this. Null without a link. */
  queueHost: string | null;
  /** A code alone does not say where it belongs: the person says it. */
  asksAddress: boolean;
  address: string;
  /** The invitation names nobody: the person says who they are. */
  asksName: boolean;
  name: string;
  /** The queue takes the company account: then that comes first, and an invitation is the other way. */
  offersSignIn: boolean;
  /** The window of the company's sign-in is open. */
  signingIn: boolean;
  joining: boolean;
  problem: JoinProblem | null;
  onChange(values: { invitation?: string; address?: string; name?: string }): void;
  onJoin(): void;
  onSignIn(): void;
};

export type JoinScreenProps = {
  state: /** `wanted`: a page was to be suggested, which only joining makes possible. */
    | { kind: 'form'; form: JoinFormProps; wanted: boolean }
    | { kind: 'joined'; queueName: string; person: string; desk: boolean };
  onOpen(page: 'suggestions' | 'inbox' | 'tour'): void;
};
