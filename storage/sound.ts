/** Rows are parsed where they are read: a disk or an older version may have left something else. */
import type * as z from 'zod/mini';

type Listener = (table: string, problem: z.core.$ZodError) => void;
let listener: Listener = () => {};

/** Who is told of broken rows. They are left out of every answer and stay where they are. */
export function onBrokenRow(tell: Listener): void {
  listener = tell;
}

/** The rows that have the shape they should have, in their order. */
export function sound<S extends z.ZodMiniType>(table: string, schema: S, rows: readonly unknown[]): z.infer<S>[] {
  const kept: z.infer<S>[] = [];
  for (const row of rows) {
    if (row === undefined) continue;
    const parsed = schema.safeParse(row);
    if (parsed.success) kept.push(parsed.data);
    else listener(table, parsed.error);
  }
  return kept;
}
