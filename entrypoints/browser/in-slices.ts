/** Long work beside a person or a page: in short slices with the others' work between them. */

/** Long enough to be worth it, short enough not to be felt: half a frame at 60 Hz, in milliseconds. */
const SLICE = 8;

/**
 * Steps a generator to its end. `took` is how many milliseconds the slices took together.
 * @param isStale asked before each slice: true if the work is to be begun anew
 */
export async function inSlices<T>(
  begin: () => Generator<void, T>,
  isStale: () => boolean = () => false,
): Promise<{ value: T; took: number }> {
  let steps = begin();
  for (let took = 0; ; await pause()) {
    if (isStale()) steps = begin();
    const began = performance.now();
    for (let elapsed = 0; elapsed < SLICE; elapsed = performance.now() - began) {
      const step = steps.next();
      if (step.done) return { value: step.value, took: took + performance.now() - began };
    }
    took += performance.now() - began;
  }
}

/** Lets others work. A message, because timers of a tab in the background wait a second. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
