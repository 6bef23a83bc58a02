/** `npm run bench -- NAME`: prints figures as JSON lines. The machine's noise is in both ours and the floor's. */
const BENCHES = {
  clip: () => import('./clip.ts'),
  capture: () => import('./capture.ts'),
  desk: () => import('./desk.ts'),
  queue: () => import('./queue.ts'),
  sync: () => import('./sync.ts'),
} as const;

const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(BENCHES, name)) {
  console.error(`Name one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
await (await BENCHES[name as keyof typeof BENCHES]()).run(args);
