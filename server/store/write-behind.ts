import type { Sql } from './store.ts';

export type WriteBehind = Sql & {
  /** Resolves once everything that was sent is done. @throws what the first statement that failed said */
  settle(): Promise<void>;
};

/**
 * Sends statements that answer nothing without waiting for their end. The engine takes what comes on a connection in its
 * order, and a way there and back for each was most of what a push cost: some thirty, of which four are left. Whoever reads next, or
 * releases the savepoint, hears of the first that failed; from then on the engine takes none until the savepoint is undone.
 * For the one transaction at a time of a connection that pipelines.
 */
export function writeBehind(sql: Sql): WriteBehind {
  let last: Promise<unknown> = Promise.resolve();
  let failure: { error: unknown } | null = null;

  function follow(sent: Promise<unknown>): void {
    const ended = sent.catch((error: unknown) => {
      failure ??= { error };
    });
    const before = last;
    last = before.then(() => ended);
  }
  async function settle(): Promise<void> {
    await last;
    if (failure !== null) throw failure.error;
  }

  return {
    settle,
    async all<R>(text: string, ...values: Parameters<Sql['all']>[1][]) {
      const rows = sql.all<R>(text, ...values);
      follow(rows);
      await settle();
      return rows;
    },
    async run(text, ...values) {
      if (text.startsWith('ROLLBACK TO')) {
        await last;
        failure = null;
        return sql.run(text, ...values);
      }
      follow(sql.run(text, ...values));
      if (text.startsWith('RELEASE')) await settle();
    },
  };
}
