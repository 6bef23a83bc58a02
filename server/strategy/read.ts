import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import type { SaidFault } from '../../protocol/strategy-fault.ts';
import { faultsOf, yamlKind } from './fault-of.ts';
import { type StrategyFile, siteProfilesFileSchema, strategyFileSchema } from './file.ts';
import { checkReferences, type StrategyFault } from './references.ts';

/** The strategy cannot be used; `message` has one line for each fault, with line number and path. */
export class StrategyError extends Error {
  override name = 'StrategyError';
  readonly faults: readonly SaidFault[];

  constructor(faults: readonly SaidFault[]) {
    super(faults.map(describeFault).join('\n'));
    this.faults = faults;
  }
}

const describeFault = ({ line, path, message }: SaidFault): string =>
  `${line === null ? '' : `line ${line}: `}${path === '' ? message : `${path}: ${message}`}`;

/**
 * The same for one that was put together elsewhere: it has no lines.
 * @throws StrategyError
 */
export function checkStrategy(file: StrategyFile, more: readonly StrategyFault[] = []): void {
  const faults = [...checkReferences(file), ...more];
  if (faults.length > 0) throw new StrategyError(faults.map((fault) => said(fault, null)));
}

const said = ({ path, kind = 'wrong_form', message, wanted }: StrategyFault, line: number | null): SaidFault => ({
  path: path.join('.'),
  line,
  kind,
  message,
  ...(wanted === undefined ? {} : { wanted }),
});

/** What is wrong in words; without it the small build of zod only says that something is. */
const ENGLISH = { error: z.locales.en().localeError };

/**
 * Reads a strategy file and checks all of it, so that its author sees every fault at once.
 * @throws StrategyError
 */
export const readStrategy = (yaml: string): StrategyFile => readYaml(yaml, strategyFileSchema, checkReferences);

/**
 * The site profiles of a strategy file, or of a file that has nothing else.
 * @throws StrategyError
 */
export const readSiteProfiles = (yaml: string): SiteProfile[] => {
  const { siteProfiles } = readYaml(yaml, siteProfilesFileSchema, () => []);
  return Object.entries(siteProfiles).map(([id, profile]) => ({ id, ...profile }));
};

function readYaml<S extends z.ZodMiniType>(
  yaml: string,
  schema: S,
  check: (file: z.infer<S>) => StrategyFault[],
): z.infer<S> {
  const lines = new LineCounter();
  // Dates stay the text they are written as: the core schema has no timestamps.
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0)
    throw new StrategyError(
      document.errors.map(({ pos, code, message }) => ({
        path: '',
        line: lineAt(pos[0]),
        kind: yamlKind(code),
        message,
      })),
    );
  const file: unknown = plainOf(document);
  const parsed = schema.safeParse(file, ENGLISH);
  const faults = parsed.success ? check(parsed.data) : parsed.error.issues.flatMap((issue) => faultsOf(issue, file));
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new StrategyError(faults.map((fault) => said(fault, lineAt(offsetOf(document, fault.path)))));
}

/** An alias that stands for nothing is found only where it is followed. */
function plainOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new StrategyError([{ path: '', line: null, kind: 'yaml', message }]);
  }
}

/** Where a path stands in the file; if it is missing there, where its nearest parent stands. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
