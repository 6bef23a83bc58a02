/** A function of a script that stays in a page's isolated world, called with an argument: the page sees neither. */

const world = globalThis as typeof globalThis & { clipdesk?: Record<string, (argument: never) => unknown> };

/** In the page: puts a function where `callInTab` finds it. */
export function provide<T>(name: string, run: (argument: T) => unknown): void {
  world.clipdesk = { ...ownGlobal(world, 'clipdesk'), [name]: run };
}

/** A global of the browser's or our own; never an element of the page, whose `id` makes it look like one. */
export const ownGlobal = <T extends object, K extends keyof T>(of: T, name: K): T[K] | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined;
