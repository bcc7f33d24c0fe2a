// Calls: plain positional ones become JS calls, methods go through the class's `m$name` without a bound method, the rest through helpers.
// CPython: Python/codegen.c (codegen_call, maybe_optimize_method_call)
import { isDunder } from '../../../contract/names.ts';
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Position } from '../../1-syntax/ast/position.ts';
import { DEF_IMPORT } from '../../2-analysis/scope.ts';
import type { Body } from '../body.ts';
import { attributeProperty, isAtom, methodProperty, receiver, stringLiteral } from '../javascript.ts';
import { lowerConsumed } from './consumed.ts';
import { elementTexts, expression } from './expressions.ts';
import { localPairs } from './frames.ts';
import { withPosition } from './operators.ts';
import { expects, softly } from './softly.ts';

export function lowerCall(b: Body, node: ast.Call): string {
  const simple = node.keywords.length === 0 && node.args.every((arg) => arg.nodeType !== 'Starred');
  const unpacks = node.keywords.some((k) => k.arg === undefined) || node.args.some((arg) => arg.nodeType === 'Starred');
  if (unpacks) return callUnpacked(b, node);
  const consumed = lowerConsumed(b, node);
  if (consumed !== undefined) return consumed;
  const { func } = node;
  if (func.nodeType === 'Name' && func.id === 'super' && simple && node.args.length === 0) {
    const text = superObject(b, node);
    if (text !== undefined) return text;
  }
  if (func.nodeType === 'Name' && isFrameName(b, func.id) && b.symbol(func.id)?.scope !== 'local')
    return frameCall(b, node, func.id);
  if (func.nodeType === 'Attribute' && !isDunder(func.attr)) {
    const superMethod = simple ? superCall(b, node, func) : undefined;
    if (superMethod !== undefined) return superMethod;
    return simple ? callMethod(b, node, func) : callMethodKeywords(b, node, func);
  }
  if (func.nodeType === 'Attribute' && simple) {
    const superMethod = superCall(b, node, func);
    if (superMethod !== undefined) return superMethod;
  }
  return simple ? callFunction(b, node) : callKeywords(b, node);
}

interface Held {
  first: string;
  again: string;
}

/** Argument texts such that `$l` is this call's position once they are evaluated. */
function positioned(b: Body, args: string[], at: Position): { before: string; args: string[] } {
  if (args.every(isAtom)) return { before: b.at(at), args };
  let last = args.length - 1;
  while (isAtom(args[last]!)) last--;
  const positionedArgs = [...args];
  positionedArgs[last] = withPosition(b, args[last]!, at);
  return { before: '', args: positionedArgs };
}

/** Whether the call looks like one of a built-in that can report its failure without an exception. */
function saysSoftly(node: ast.Call): boolean {
  return node.func.nodeType === 'Name' && (node.func.id === 'next' || node.func.id === 'int') && node.args.length === 1;
}

/** In a traced unit: `f`, such that profilers hear of its call when no event of its own would tell them. */
function observed(b: Body, f: string): string {
  return `${b.rt('observed')}(${f})`;
}

/** Text up to the first argument of a call that a helper makes of a callable, its first argument; profilers hear of it in a traced unit. */
function through(b: Body, helper: 'callKeywords' | 'callUnpacked'): string {
  return isObserved(b) ? `${b.rt('callObserved')}(${b.rt(helper)},` : `${b.rt(helper)}(`;
}

function isObserved(b: Body): boolean {
  return b.unit.options.traced === true;
}

function callFunction(b: Body, node: ast.Call): string {
  const classes = testedClasses(node);
  if (classes !== undefined && !isObserved(b)) return callIsInstance(b, node, classes);
  const texts = b.inOrder([node.func, ...node.args], (n) => expression(b, n));
  const f = b.hold(texts[0]!);
  const { before, args } = positioned(b, texts.slice(1), node);
  const setup = f.first === f.again ? '' : `${f.first},`;
  const position = before === '' ? `${b.at(node)},` : `${before},`;
  if (isObserved(b)) return `(${setup}${position}${observed(b, f.again)})(${args.join(',')})`;
  const handler = saysSoftly(node) ? expects(b, 'StopIteration', 'ValueError') : undefined;
  if (handler !== undefined) {
    return softly(b, handler, `(${setup}${position}${b.rt('tryCall')}(${f.again},${args[0]}))`);
  }
  if (args.length < 3 && args.every(isAtom)) {
    const list = args.join(',');
    const other = `${b.rt('callOther')}(${[f.again, ...args].join(',')})`;
    return `(${setup}${position}typeof ${f.again}==='function'?${f.again}(${list}):${other})`;
  }
  return `(${setup}${position}typeof ${f.again}==='function'?${f.again}:${b.rt('callee')}(${f.again}))(${args.join(',')})`;
}

/** The classes of `isinstance(x, (A, B))`, of which a tuple would be made at each call. */
function testedClasses(node: ast.Call): readonly ast.expr[] | undefined {
  const { func, args } = node;
  const tuple = args[1];
  if (func.nodeType !== 'Name' || func.id !== 'isinstance' || args.length !== 2 || tuple?.nodeType !== 'Tuple')
    return undefined;
  const { elts } = tuple;
  return (elts.length === 2 || elts.length === 3) && elts.every((e) => e.nodeType !== 'Starred') ? elts : undefined;
}

function callIsInstance(b: Body, node: ast.Call, classes: readonly ast.expr[]): string {
  const texts = b.inOrder([node.func, node.args[0]!, ...classes], (n) => expression(b, n));
  const { before, args } = positioned(b, texts, node);
  return `(${before === '' ? '' : `${before},`}${b.rt('isInstanceOf')}(${args.join(',')}))`;
}

function callMethod(b: Body, node: ast.Call, func: ast.Attribute): string {
  if (isObserved(b) || isNamespace(b, func.value)) return callFunction(b, node);
  const name = b.named(func.attr);
  const texts = b.inOrder([func.value, ...node.args], (n) => expression(b, n));
  const o = b.hold(texts[0]!);
  const m = b.temp();
  if (node.args.length < 4 && texts.slice(1).every(isAtom)) return callAtoms(b, node, name, o, m, texts.slice(1));
  const { before, args } = positioned(b, texts.slice(1), node);
  const setup = o.first === o.again ? '' : `${o.first},`;
  const find =
    `${setup}(${m}=(typeof ${o.again}==='object'?${o.again}:${b.rt('protoOf')}(${o.again}))${methodProperty(name)})!==undefined||` +
    `(${b.at(func)},${m}=${b.rt('loadMethod')}(${o.again},${stringLiteral(name)}))`;
  return `(${find},${before === '' ? '' : `${before},`}${m})(${[o.again, ...args].join(',')})`;
}

/**
 * With arguments that are cheap to repeat, a method and a callable attribute get a call each, so that neither needs a function in between:
 * `o.m$name(o, a)`, else `o.$name(a)`.
 */
function callAtoms(b: Body, node: ast.Call, name: string, o: Held, m: string, args: string[]): string {
  const setup = o.first === o.again ? '' : `${o.first},`;
  const list = args.join(',');
  const object = receiver(o.again);
  return (
    `((${setup}${b.at(node)},${m}=(typeof ${o.again}==='object'?${o.again}:${b.rt('protoOf')}(${o.again}))${methodProperty(name)})!==undefined?` +
    `${m}(${[o.again, ...args].join(',')}):` +
    `((${m}=${object}${attributeProperty(name)})!==undefined||(${b.at(node.func)},${m}=${b.rt('attrToCall')}(${o.again},${stringLiteral(name)}),${b.at(node)}),` +
    `typeof ${m}==='function'?${m}:${b.rt('callee')}(${m}))(${list}))`
  );
}

/** A module, in all likelihood, or a built-in type: its functions are attributes and no class's methods. */
function isNamespace(b: Body, node: ast.expr): boolean {
  if (node.nodeType !== 'Name') return false;
  const symbol = b.symbol(node.id);
  const own = symbol === undefined || symbol.scope === 'global-implicit' || symbol.scope === 'global-explicit';
  const owner = own ? b.unit.analysis.top.symbols.get(node.id) : symbol;
  return owner === undefined ? own && BUILTIN_TYPES.has(node.id) : (owner.flags & DEF_IMPORT) !== 0;
}

/** Built-in types whose methods are called through them: `dict.get(d, k)`. */
const BUILTIN_TYPES: ReadonlySet<string> = new Set([
  'bytes',
  'dict',
  'float',
  'int',
  'list',
  'object',
  'set',
  'str',
  'tuple',
  'type',
]);

/** The names of a call with `given` arguments in all, as many of them by name as there are keywords. */
function keywordNames(b: Body, node: ast.Call, given: number): string {
  return b.unit.keywordNames(
    node.keywords.map((k) => k.arg!),
    given,
  );
}

/**
 * The choice of a call with keywords: a function that was called so before, and takes the arguments in the order they stand in, is
 * called at once, nothing has to be bound. `f` is the variable of the function, whatever value that is; `slow` calls a helper.
 */
function formCall(b: Body, f: string, args: readonly Held[], names: string, slow: string): string {
  const meta = b.temp();
  const list = args.map((arg) => arg.again).join(',');
  return `(${meta}=${f}.meta)!==undefined&&${meta}.direct===${names}?${meta}.core(${list}):${slow}`;
}

/** Texts that are written twice: what is not cheap or may be changed by a later one goes through a temporary. */
function heldInOrder(b: Body, texts: readonly string[]): Held[] {
  return texts.map((text, i) => (texts.slice(i).every(isAtom) ? { first: text, again: text } : b.hold(text)));
}

/** Evaluates what is held; empty, or ends in a comma. */
function evaluated(held: readonly Held[]): string {
  return held.map((h) => (h.first === h.again ? '' : `${h.first},`)).join('');
}

function arrayOf(held: readonly Held[]): string {
  return `[${held.map((h) => h.again).join(',')}]`;
}

/** `super().name(..., key=value)` in a method. */
function superKeywords(b: Body, node: ast.Call, func: ast.Attribute): string | undefined {
  const parts = isPlainSuper(func.value) && !isObserved(b) ? superParts(b) : undefined;
  if (parts === undefined) return undefined;
  const args = heldInOrder(
    b,
    b.inOrder([...node.args, ...node.keywords.map((k) => k.value)], (n) => expression(b, n)),
  );
  const names = keywordNames(b, node, args.length + 1);
  const where = `$G,${parts.cls},${parts.self},${stringLiteral(b.named(func.attr))}`;
  const m = b.temp();
  const self = { first: parts.self, again: parts.self };
  const slow = `${b.rt('callSuperKeywords')}(${where},${arrayOf(args)},${names})`;
  const find = `${b.at(func)},${m}=${b.rt('superMethod')}(${where})`;
  return `(${find},${evaluated(args)}${b.at(node)},${formCall(b, m, [self, ...args], names, slow)})`;
}

function isPlainSuper(node: ast.expr): boolean {
  if (node.nodeType !== 'Call' || node.func.nodeType !== 'Name' || node.func.id !== 'super') return false;
  return node.args.length === 0 && node.keywords.length === 0;
}

function callMethodKeywords(b: Body, node: ast.Call, func: ast.Attribute): string {
  const text = superKeywords(b, node, func);
  if (text !== undefined) return text;
  if (isObserved(b)) return callKeywords(b, node);
  const values = [func.value, ...node.args, ...node.keywords.map((k) => k.value)];
  const held = heldInOrder(
    b,
    b.inOrder(values, (n) => expression(b, n)),
  );
  const names = keywordNames(b, node, held.length);
  const [o, ...args] = held as [Held, ...Held[]];
  const name = b.named(func.attr);
  const m = b.temp();
  const find = `${m}=(typeof ${o.again}==='object'?${o.again}:${b.rt('protoOf')}(${o.again}))${methodProperty(name)}`;
  const slow = `${b.rt('callMethodKeywords')}(${stringLiteral(name)},${m},${arrayOf(held)},${names})`;
  const call = `${m}!==undefined&&${formCall(b, m, held, names, slow)}`;
  return `(${evaluated([o])}${b.at(func)},${find},${evaluated(args)}${b.at(node)},${call})`;
}

function callKeywords(b: Body, node: ast.Call): string {
  const values = [node.func, ...node.args, ...node.keywords.map((k) => k.value)];
  if (isObserved(b)) {
    const [f, ...args] = b.inOrder(values, (n) => expression(b, n));
    const names = keywordNames(b, node, args.length);
    return `${through(b, 'callKeywords')}${f},${withPosition(b, `[${args.join(',')}]`, node)},${names})`;
  }
  const held = heldInOrder(
    b,
    b.inOrder(values, (n) => expression(b, n)),
  );
  const [f, ...args] = held as [Held, ...Held[]];
  const names = keywordNames(b, node, args.length);
  const slow = `${b.rt('callKeywords')}(${f.again},${arrayOf(args)},${names})`;
  return `(${evaluated(held)}${b.at(node)},${formCall(b, f.again, args, names, slow)})`;
}

/** `f(*args, **kwargs)`: positional arguments as one JS array, keywords as a list of names-and-values or mappings. */
function callUnpacked(b: Body, node: ast.Call): string {
  const mark = b.out.length;
  const single = node.args.length === 1 && node.args[0]!.nodeType === 'Starred';
  const text = expression(b, node.func);
  const callee = single ? b.hold(text) : { first: text, again: text };
  const f = [callee.first];
  const afterFunction = b.out.length;
  const args = elementTexts(b, node.args, single ? callee.again : undefined);
  if (b.out.length > afterFunction) b.spill(f, afterFunction);
  const beforeKeywords = b.out.length;
  const keywords = b.inOrder(node.keywords, (k) => {
    const value = expression(b, k.value);
    return k.arg === undefined ? value : `[${stringLiteral(k.arg)},${value}]`;
  });
  if (b.out.length > beforeKeywords && b.out.length > mark) {
    b.spill(f, beforeKeywords);
    b.spill(args, beforeKeywords);
  }
  const extra = keywords.length > 0 ? `,[${keywords.join(',')}]` : '';
  // A sequence's own items will do, which the keywords may still change as they do in CPython.
  const array = single ? args[0]!.slice(3) : `[${args.join(',')}]`;
  return `(${through(b, 'callUnpacked')}${f[0]},${withPosition(b, array, node)}${extra}))`;
}

/** `super().name(...)` in a method: the next class's function is called with self, no super object is made. */
function superCall(b: Body, node: ast.Call, func: ast.Attribute): string | undefined {
  if (isObserved(b)) return undefined;
  if (isExplicitSuper(func.value)) return explicitSuperCall(b, node, func, func.value);
  if (!isPlainSuper(func.value)) return undefined;
  const parts = superParts(b);
  if (parts === undefined) return undefined;
  const args = b.inOrder(node.args, (n) => expression(b, n));
  const m = b.temp();
  const placed = positioned(b, args, node);
  const find = `${b.at(func)},${m}=${b.rt('superMethod')}($G,${parts.cls},${parts.self},${stringLiteral(b.named(func.attr))})`;
  return `(${find},${placed.before === '' ? '' : `${placed.before},`}${m})(${[parts.self, ...placed.args].join(',')})`;
}

/** `super(cls, self)`. */
function isExplicitSuper(node: ast.expr): node is ast.Call {
  if (node.nodeType !== 'Call' || node.func.nodeType !== 'Name' || node.func.id !== 'super') return false;
  return node.args.length === 2 && node.keywords.length === 0 && node.args.every((arg) => arg.nodeType === 'Name');
}

function explicitSuperCall(b: Body, node: ast.Call, func: ast.Attribute, of: ast.Call): string | undefined {
  if (!isBuiltinSuper(b)) return undefined;
  const texts = b.inOrder([...of.args, ...node.args], (n) => expression(b, n));
  const cls = b.hold(texts[0]!);
  const self = isAtom(texts[1]!) ? { first: texts[1]!, again: texts[1]! } : b.hold(texts[1]!);
  const m = b.temp();
  const placed = positioned(b, texts.slice(2), node);
  const name = stringLiteral(b.named(func.attr));
  const find = `${cls.first},${self.first},${b.at(func)},${m}=${b.rt('superMethodOf')}($G,${cls.again},${self.again},${name})`;
  return `(${find},${placed.before === '' ? '' : `${placed.before},`}${m})(${[self.again, ...placed.args].join(',')})`;
}

/** Whether the unit leaves the name to the built-in. */
function isBuiltinSuper(b: Body): boolean {
  if (b.unit.analysis.top.symbols.get('super')?.assignments) return false;
  return b.symbol('super')?.scope.startsWith('global') === true;
}

function superObject(b: Body, node: ast.Call): string | undefined {
  const parts = superParts(b);
  return parts === undefined ? undefined : `(${b.at(node)},${b.rt('super')}($G,${parts.cls},${parts.self}))`;
}

/** The `__class__` cell and first argument that zero-argument super means, when this function has both. */
function superParts(b: Body): { cls: string; self: string } | undefined {
  if (!isBuiltinSuper(b)) return undefined;
  const { scope } = b;
  if (scope.symbols.get('__class__')?.scope !== 'free') return undefined;
  const first = scope.params.posonly[0] ?? scope.params.args[0];
  if (first === undefined) return undefined;
  return { cls: b.variable('__class__'), self: b.variable(first) };
}

const FRAME_NAMES = new Set(['locals', 'vars', 'dir', 'eval', 'exec', 'globals']);
/** The bits of `co_flags` that code compiled by `compile`, `eval` or `exec` inherits. */
const FUTURES = 0x1fe0000;

/** Built-ins that look at the calling frame: they get it from the call. */
function isFrameName(b: Body, id: string): boolean {
  return FRAME_NAMES.has(id) || (id === 'compile' && (b.scope.codeFlags & FUTURES) !== 0);
}

function frameCall(b: Body, node: ast.Call, id: string): string {
  const values = [node.func, ...node.args, ...node.keywords.map((k) => k.value)];
  const [f, ...args] = b.inOrder(values, (n) => expression(b, n));
  const names = keywordNames(b, node, args.length);
  const locals = id === 'globals' || id === 'compile' ? 'undefined' : frameLocals(b);
  const futures = b.scope.codeFlags & FUTURES;
  // The engine's stack tells the place of the callee: who looks for the line there finds the mark before it.
  const call = isObserved(b)
    ? `(${b.at(node)},${b.rt('callObserved')})(${b.rt('callWithFrame')},`
    : `(${b.at(node)},${b.rt('callWithFrame')})(`;
  return `${call}${f},${withPosition(b, `[${args.join(',')}]`, node)},${names},$G,${locals}${futures === 0 ? '' : `,${futures}`})`;
}

/** JS text of the namespace (module, class) or of a function's variables as name-value pairs. */
export function frameLocals(b: Body): string {
  if (b.hasNamespace()) return '$ns';
  if (b.scope.kind === 'module') return '$G';
  return localPairs(b);
}
