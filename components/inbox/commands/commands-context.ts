import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CommandName } from './command-table.ts';

type Commands = {
  letterKeys: boolean;
  applies(name: CommandName): boolean;
  run(name: CommandName): void;
};

/** What buttons anywhere in the inbox ask: may this be done now, and do it. */
export const CommandsContext = createContext<Commands>({ letterKeys: true, applies: () => false, run: () => {} });

export const useCommands = (): Commands => useContext(CommandsContext);
