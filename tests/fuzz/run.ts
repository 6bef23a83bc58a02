/** `npm run test:fuzz -- --requests N --seed S`: requests of every kind against a real queue on loopback. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({ options: { requests: { type: 'string' }, seed: { type: 'string' } } });
const figures = await fuzz(Number(values.requests ?? 20_000), Number(values.seed ?? 1));
const { wrong, ...counted } = figures;
console.log(JSON.stringify(counted));
for (const line of wrong) console.error(line);
console.log(wrong.length === 0 ? `${figures.requests} passed, 0 failed` : `failed after ${figures.requests} requests`);
process.exitCode = wrong.length === 0 ? 0 : 1;
