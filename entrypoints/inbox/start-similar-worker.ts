/** The bundler sees by this very expression that there is a file of its own to be made. */
export const startSimilarWorker = (): Worker =>
  new Worker(new URL('./similar-worker.ts', import.meta.url), { type: 'module', name: 'similar topics' });
