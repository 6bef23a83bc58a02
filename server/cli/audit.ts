import { Command, InvalidArgumentError } from 'commander';
import { listAudit } from '../rows/audit.ts';
import { withStore } from './with-store.ts';

function day(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError('a day is written like 2026-01-31');
  return at;
}

export const auditCommand = () =>
  new Command('audit')
    .description('say who did what with the queue’s commands, when and from where')
    .option('--since <day>', 'only what was done on this day or later', day, 0)
    .option('--json', 'one JSON object a line')
    .action(async ({ since, json = false }: { since: number; json?: boolean }) => {
      const entries = await withStore((store) => store.read((sql) => listAudit(sql, since)));
      for (const entry of entries) {
        const { at, who, origin, act, subject } = entry;
        console.log(json ? JSON.stringify(entry) : [new Date(at).toISOString(), who, origin, act, subject].join('  '));
      }
    });
