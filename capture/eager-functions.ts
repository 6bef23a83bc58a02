/**
 * For the build only: has the browser compile the functions that every page needs while it reads the script.
 * Left to itself it looks through each one for its end and forgets it, and reads it again when it is first called:
 * twice the work for a script that runs once. V8 compiles a function in parentheses at once; the minifier keeps them,
 * and other browsers do not mind.
 */
import { parseAst, type UserConfig } from 'vite';

/** Modules most of which few pages need: for a selection, a known system, a feed, an error page. */
const SELDOM = new Set(`visible-text text-directive quote site-profile profile-findings feed error-page`.split(' '));
const RUN_ONCE = /entrypoints\/capture|tests\/extraction/;
export const MODULE = /\/(?:capture|protocol|extraction)\/([\w-]+)\.ts$/;

export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** True for a build of a script that is run in a page and then thrown away. */
export const runsOnce = ({ build }: UserConfig): boolean => RUN_ONCE.test(JSON.stringify(build?.lib ?? ''));

/** A plugin for Vite. It works on scripts that are run in a page and then thrown away; all others start often. */
export function eagerFunctions() {
  return {
    name: 'eager-functions',
    enforce: 'post' as const,
    apply: runsOnce,
    transform(code: string, id: string): string | null {
      const name = MODULE.exec(id)?.[1];
      return name === undefined || SELDOM.has(name) ? null : eager(code);
    },
  };
}

/** The same module with its functions, and those inside them, in parentheses. Its own stand first, for they were hoisted. */
export function eager(code: string): string {
  const { body } = parseAst(code) as unknown as { body: Node[] };
  const signs: [at: number, sign: '(' | ')'][] = [];
  for (const statement of body) wrapInside(statement, statement, signs);
  signs.sort(([a, sign], [b]) => a - b || (sign === ')' ? -1 : 1));
  const render = (from: number, to: number): string => {
    let text = '';
    let at = from;
    for (const [place, sign] of signs) {
      if (place < from || place > to || (place === from && sign === ')') || (place === to && sign === '(')) continue;
      text += code.slice(at, place) + sign;
      at = place;
    }
    return text + code.slice(at, to);
  };
  let first = '';
  let rest = '';
  let at = 0;
  for (const statement of body) {
    const isExported = statement.type === 'ExportNamedDeclaration';
    const declared = isExported ? statement.declaration : statement;
    if (!isNode(declared) || declared.type !== 'FunctionDeclaration' || !isNode(declared.id)) continue;
    const name = code.slice(declared.id.start, declared.id.end);
    const kind = code.slice(declared.start, declared.id.start).trim();
    first += `var ${name} = (${kind}${render(declared.id.end, declared.end)});\n`;
    rest += render(at, statement.start) + (isExported ? `export { ${name} };` : '');
    at = statement.end;
  }
  return first + rest + render(at, code.length);
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Notes where parentheses belong below `node`. Methods cannot have any. */
function wrapInside(node: Node, parent: Node, signs: [at: number, sign: '(' | ')'][]): void {
  const isMethod = parent.method === true || (parent.kind !== undefined && parent.kind !== 'init');
  const isExpression = node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression';
  if (isExpression && (node.type === 'ArrowFunctionExpression' || !isMethod)) {
    signs.push([node.start, '('], [node.end, ')']);
  }
  for (const inner of Object.values(node).flat()) if (isNode(inner)) wrapInside(inner, node, signs);
}
