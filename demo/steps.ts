/** Runs one step of the demo and says it as a line of JSON when it is done. */
export type Step = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** A step of the demo that did not happen. `cause` tells why. */
export class StepError extends Error {
  readonly kind = 'step_failed';
  constructor(step: string, cause: unknown) {
    super(`${step}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** @param write gets lines such as `{"step":"the editor accepts with key 1","ms":84}`. */
export const createStep =
  (write: (line: string) => void): Step =>
  async (step, act) => {
    const started = performance.now();
    try {
      const result = await act();
      write(JSON.stringify({ step, ms: Math.round(performance.now() - started) }));
      return result;
    } catch (error) {
      write(JSON.stringify({ step, ms: Math.round(performance.now() - started), failed: true }));
      throw new StepError(step, error);
    }
  };
