/** A function of a script that stays in a page's isolated world, called with an argument: the page sees neither. */

const world = globalThis as typeof globalThis & { clipdesk?: Record<string, (argument: never) => unknown> };

/** In the page: puts a function where `callInTab` finds it. */
export function provide<T>(name: string, run: (argument: T) => unknown): void {
  world.clipdesk = { ...world.clipdesk, [name]: run };
}
