/** Changes what a page's process hands over as a process could that somebody else has in hand. */
import type { HandedOver } from '../../../capture/hand-over.ts';
import type { Random } from './random.ts';

const VALUES = [
  null,
  true,
  -1,
  0,
  1.5,
  7,
  4_000_000_000,
  Number.MAX_SAFE_INTEGER,
  '',
  'href',
  '\ud800\0',
  'x'.repeat(40_000),
  '7',
  [],
  {},
  [[[]]],
  ['a', 1],
] as const;

/** A copy in which a few values are others, double, gone or in each other's place; the parts of its page too. */
export function mangled(handedOver: HandedOver, random: Random): unknown {
  const copy = JSON.parse(JSON.stringify(handedOver));
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const parts: unknown = copy.page?.parts;
    const at = Array.isArray(parts) ? random.below(parts.length) : 0;
    const part: unknown = Array.isArray(parts) ? parts[at] : null;
    if (typeof part !== 'string' || random.chance(30)) mangle(copy, random);
    else if (random.chance(20)) Object.assign(parts as object, { [at]: part.slice(0, random.below(part.length)) });
    else {
      const inner = parsed(part);
      if (typeof inner === 'object' && inner !== null) mangle(inner, random);
      Object.assign(parts as object, { [at]: JSON.stringify(inner) });
    }
  }
  return copy;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Goes down some levels, and changes one value there. */
function mangle(root: object, random: Random): void {
  let holder = root as Record<string, unknown>;
  for (let levels = random.below(6); levels > 0; levels -= 1) {
    const inner = Object.values(holder).filter((value) => typeof value === 'object' && value !== null);
    const next = inner[random.below(inner.length)];
    if (next === undefined) break;
    holder = next as Record<string, unknown>;
  }
  const keys = Object.keys(holder);
  const [one, other] = [keys[random.below(keys.length)], keys[random.below(keys.length)]];
  if (one === undefined || other === undefined) return;
  switch (random.below(5)) {
    case 0:
      delete holder[one];
      break;
    case 1:
      [holder[one], holder[other]] = [holder[other], holder[one]];
      break;
    case 2:
      if (Array.isArray(holder)) holder.splice(Number(one), random.below(3), ...holder.slice(0, random.below(50)));
      else Object.defineProperty(holder, '__proto__', { value: holder[one], enumerable: true, configurable: true });
      break;
    case 3:
      if (typeof holder[one] === 'number') holder[one] += random.below(9) - 4;
      break;
    default:
      holder[one] = random.of(VALUES);
  }
}
