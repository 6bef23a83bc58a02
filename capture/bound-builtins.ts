/**
 * For the build only: `text.includes(sign)` becomes `includesIn(text, sign)`, and `Math.max(…)`, `new Set(…)` no longer
 * look `Math` and `Set` up. Until a function has run for a while V8 keeps no notes of what it found where, and for a
 * method of a text or a global it leaves the script each time: some 2,500 times in a page's first call. A function that
 * was bound once is simply there.
 */
import { parseAst } from 'vite';
import { isNode, MODULE, type Node, runsOnce } from './eager-functions.ts';

/** Methods that only texts have; no other object of the capture has one called so. */
const OF_TEXTS = new Set(
  `charAt charCodeAt endsWith match matchAll normalize padStart replace replaceAll search split startsWith toLowerCase toUpperCase
   toWellFormed trim trimEnd trimStart`.split(/\s+/),
);
/** Methods of texts that lists have too. */
const OF_BOTH = new Set(['includes', 'indexOf', 'slice']);
/**
 * What is never called so unless it is a text: asked for its kind each time, such a call would be a function of ours and one
 * of the browser, and the first of a page to be compiled anew. A test says that no list of the capture is asked so.
 */
export const TEXTS = new Set(
  `text small line path hints href host word name bare folded gap sign signs CLOSING STOPS TAIL_SIGNS FIRST_SIGNS LAST_SIGNS
   DIVIDERS OPENING BEFORE_NAMES`.split(/\s+/),
);
const STATIC: Readonly<Record<string, readonly string[]>> = {
  Math: ['abs', 'clz32', 'floor', 'max', 'min', 'round', 'sign'],
  Array: ['isArray'],
  Object: ['entries', 'values'],
  String: ['fromCharCode'],
};
const GLOBALS = new Set('Float64Array Int32Array Map Number Set String Uint32Array Uint8Array URL'.split(' '));

const HELPERS = 'virtual:bound-builtins';
const RESOLVED = `\0${HELPERS}`;
const nameOf = (owner: string, member: string): string => `$${owner}_${member}`;

/** A plugin for Vite, for the same scripts as `eagerFunctions` and to stand before it. */
export function boundBuiltins() {
  return {
    name: 'bound-builtins',
    enforce: 'post' as const,
    apply: runsOnce,
    resolveId: (id: string): string | null => (id === HELPERS ? RESOLVED : null),
    load: (id: string): string | null => (id === RESOLVED ? helpers() : null),
    transform: (code: string, id: string): string | null => (MODULE.test(id) ? bound(code) : null),
  };
}

/** The module that all others have these functions from. */
function helpers(): string {
  const lines = ['const caller = Function.prototype.call;'];
  for (const name of OF_TEXTS)
    lines.push(`export const ${nameOf('text', name)} = caller.bind(String.prototype.${name});`);
  for (const name of OF_BOTH) {
    const text = nameOf('text', name);
    lines.push(`export const ${text} = caller.bind(String.prototype.${name});`);
    lines.push(
      `export const ${nameOf('both', name)} = ((of, a, b) => typeof of === 'string' ? ${text}(of, a, b) : of.${name}(a, b));`,
    );
  }
  for (const [owner, names] of Object.entries(STATIC))
    for (const name of names) lines.push(`export const ${nameOf(owner, name)} = ${owner}.${name};`);
  for (const name of GLOBALS) lines.push(`export const ${nameOf('global', name)} = ${name};`);
  return lines.join('\n');
}

type Edit = { from: number; to: number; text: string };

/** The same module with bound functions inside its functions; what runs only once as it is read stays as it is. */
export function bound(code: string): string | null {
  const edits: Edit[] = [];
  const used = new Set<string>();
  const use = (owner: string, member: string): string => {
    const name = nameOf(owner, member);
    used.add(name);
    return name;
  };
  const visit = (node: Node, isInside: boolean): void => {
    if (isInside && (node.type === 'CallExpression' || node.type === 'NewExpression')) bind(code, node, use, edits);
    const isFunction = node.type.includes('Function');
    for (const inner of Object.values(node).flat()) if (isNode(inner)) visit(inner, isInside || isFunction);
  };
  for (const statement of parseAst(code).body) if (isNode(statement)) visit(statement, false);
  if (used.size === 0) return null;
  // The sort is stable: of several edits at one place the one of the outer call comes first.
  edits.sort((a, b) => a.from - b.from);
  let text = `import { ${[...used].join(', ')} } from '${HELPERS}';\n`;
  let at = 0;
  for (const edit of edits) {
    text += code.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + code.slice(at);
}

/** Notes how a call is written with a bound function, if it is one of those above. */
function bind(code: string, call: Node, use: (owner: string, member: string) => string, edits: Edit[]): void {
  const { callee } = call;
  if (!isNode(callee)) return;
  if (callee.type === 'Identifier' && GLOBALS.has(String(callee.name)))
    edits.push({ from: callee.start, to: callee.end, text: use('global', String(callee.name)) });
  const { object, property } = callee;
  if (call.type !== 'CallExpression' || !isNode(object) || !isNode(property) || callee.computed === true) return;
  const name = String(property.name);
  if (object.type === 'Identifier' && STATIC[String(object.name)]?.includes(name) === true) {
    edits.push({ from: callee.start, to: callee.end, text: use(String(object.name), name) });
  } else if ((OF_TEXTS.has(name) || OF_BOTH.has(name)) && !isOptional(call)) {
    const isEmpty = (call.arguments as unknown[]).length === 0;
    const owner = OF_TEXTS.has(name) || isText(object) ? 'text' : 'both';
    edits.push({ from: call.start, to: call.start, text: `${use(owner, name)}(` });
    const bracket = code.indexOf('(', property.end);
    edits.push({ from: code.lastIndexOf('.', property.start), to: bracket + 1, text: isEmpty ? '' : ', ' });
  }
}

/** True for what is a text by its name or as it is written. */
const isText = ({ type, name, value }: Node): boolean =>
  type === 'TemplateLiteral' ||
  (type === 'Literal' && typeof value === 'string') ||
  (type === 'Identifier' && TEXTS.has(String(name)));

/** True if a `?.` before it may end a chain of calls and properties early. */
function isOptional(link: Node): boolean {
  for (let at: unknown = link; isNode(at); at = at.type === 'CallExpression' ? at.callee : at.object)
    if (at.optional === true) return true;
  return false;
}
