// Functions: the JavaScript around a body (arity check, locals, depth, traceback) and the `def` that makes it a Python function.
// CPython: Python/codegen.c (codegen_function, codegen_lambda, codegen_make_closure)
import { fieldName } from '../../../contract/names.ts';
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Scope } from '../../2-analysis/scope.ts';
import { Body, OUT } from '../body.ts';
import { cleanDocstring } from '../docstring.ts';
import { stringLiteral, variableName } from '../javascript.ts';
import { isSuspending, writeMachine } from '../resumable/function.ts';
import { annotateFunction } from './annotations.ts';
import { assignName } from './assignment.ts';
import { expression } from './expressions.ts';
import { declareTwins } from './floats.ts';
import { END, enterFrame, frameNames, frameValues, LEAVE, lineEvent, RESULT, returnText } from './frames.ts';
import { statements } from './statements.ts';
import { withTypeParameters } from './type-parameters.ts';

export interface FunctionText {
  name: string;
  parameters: readonly string[];
  /** JS run before the locals are declared: arity check and defaults. */
  prologue?: string;
  write: () => void;
  /** No StopIteration may leave it. */
  isGenerator?: boolean;
}

/**
 * The engine counts returns and loops towards optimising a function, not throws: one that always raises would stay in the interpreter, where a call
 * of it costs several times as much. So it loops a little on its way out.
 */
const WARM_UP = 'for(let $i=16;$i>0;$i--);';

/** The JS function expression for a body: its statements inside what keeps depth and traceback. */
export function writeFunction(b: Body, text: FunctionText): string {
  const info = b.unit.codes[b.code]!;
  b.isTraced = b.unit.options.traced === true;
  if (b.isTraced) info.traced = true;
  const names = frameNames(b);
  if (names.length > 0) info.locals = names;
  info.firstPosition = b.unit.positions.length / 4;
  const lines = b.capture(() => b.handledBy(b.isTraced ? undefined : OUT, text.write));
  info.lastPosition = b.unit.positions.length / 4 - 1;
  const taken = new Set(text.parameters);
  const locals = [...localVariables(b), ...b.declared].filter((name) => !taken.has(name));
  if (b.hasHandlers) locals.push('$r');
  const values = frameValues(b);
  const recorded = b.hasHandlers ? ',$r' : values === '' ? '' : ',undefined';
  const head = `function ${text.name}$${b.code}(${text.parameters.join(',')}){${text.prologue ?? ''}`;
  const enter = `const $d=$T.depth;if($d>=$T.limit)${b.rt('tooDeep')}();$T.depth=$d+1;`;
  if (b.isTraced) {
    const fail = `catch($e){${b.rt('throw')}(${b.rt('failFrame')}($f,$e${b.hasHandlers ? ',$r' : ''}));}`;
    const lines_ = `${b.rt('callEvent')}($f);\n${lines.join('\n')}`;
    const declare = `let ${['$l=0', ...locals].join(',')};`;
    return `${head}${declare}${enterFrame(b)}${enter}try{\n${lines_}\n}${fail}finally{$T.depth=$d;$T.frame=$f.caller;}}`;
  }
  // One way out, which gives the depth back: a JS finally block would cost as much bytecode as a small method's whole body.
  const declare = `let ${['$l=0', ...locals, RESULT, ...(b.raises ? [OUT.variable] : [])].join(',')};`;
  const last = lines.pop() ?? '';
  lines.push(last.endsWith(LEAVE) ? last.slice(0, -LEAVE.length) : last);
  const error = `${b.unit.failure()}($e,$l,$d,${b.code}${recorded}${values})`;
  const failed = text.isGenerator === true ? `${b.rt('escaping')}(${error})` : error;
  const fail = `${b.rt('throw')}(${failed});`;
  const tried = `try{${END}:{\n${lines.join('\n')}\n}$T.depth=$d;return ${RESULT};}`;
  // A raise jumps out of the engine's `try`: thrown into the catch it would be thrown twice.
  if (b.raises) {
    const { label, variable } = OUT;
    return `${head}${declare}${enter}${label}:${tried}catch($x){${variable}=$x;}${WARM_UP}${fail}}`;
  }
  return `${head}${declare}${enter}${tried}catch($e){${fail}}}`;
}

/** Names of the compiler's own; a tree given to compile() may have others with a dot. */
const INTERNAL = new Set(['.0', '.defaults', '.kwdefaults', '.type_params', '.generic_base', '.format']);

/** JS names of a function's variables that are not parameters. */
function localVariables(b: Body): string[] {
  if (!b.isFunctionLike()) return [];
  const names: string[] = [];
  for (const [name, symbol] of b.scope.symbols) {
    if (symbol.isParameter || INTERNAL.has(name)) continue;
    if (symbol.scope === 'local' || symbol.scope === 'cell') names.push(variableName(name));
  }
  return names;
}

type Definition = ast.FunctionDef | ast.AsyncFunctionDef;

/** `def`: decorators, defaults, annotations, the function, its binding. */
export function lowerFunctionDef(b: Body, node: Definition): void {
  const decorators = b
    .inOrder(node.decorator_list, (d) => expression(b, d))
    .map((text) => {
      const temp = b.temp();
      b.emit(`${temp}=${text};`);
      return temp;
    });
  const defaults = lowerDefaults(b, node.args);
  let value = withTypeParameters(b, node, (inner) => makeFunction(inner, node, defaults));
  for (let i = decorators.length - 1; i >= 0; i--) {
    const temp = b.temp();
    b.emit(`${temp}=${value};`);
    value = `(${b.at(node.decorator_list[i]!)},${b.rt('call')}(${decorators[i]},${temp}))`;
  }
  b.emit(assignName(b, { nodeType: 'Name', id: node.name, ctx: 'Store', ...at(node) }, value));
}

function at(node: ast.stmt): { lineno: number; col_offset: number; end_lineno: number; end_col_offset: number } {
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return { lineno, col_offset, end_lineno, end_col_offset };
}

export interface Defaults {
  positional: string | undefined;
  keyword: string | undefined;
}

/** Evaluates the defaults where the `def` stands; each result is a temporary. */
export function lowerDefaults(b: Body, args: ast.arguments): Defaults {
  let positional: string | undefined;
  if (args.defaults.length > 0) {
    const texts = b.inOrder(args.defaults, (d) => expression(b, d));
    positional = b.temp();
    b.emit(`${positional}=[${texts.join(',')}];`);
  }
  const given = args.kwonlyargs
    .map((a, i) => ({ name: a.arg, value: args.kw_defaults[i] }))
    .filter((d) => d.value !== undefined);
  if (given.length === 0) return { positional, keyword: undefined };
  const texts = b.inOrder(given, (d) => expression(b, d.value!));
  const keyword = b.temp();
  const pairs = given.map((d, i) => `${stringLiteral(b.mangle(d.name))},${texts[i]}`);
  b.emit(`${keyword}=${b.rt('dict')}([${pairs.join(',')}]);`);
  return { positional, keyword };
}

function makeFunction(b: Body, node: Definition, defaults: Defaults): string {
  const scope = b.unit.analysis.scopeOf(node);
  const annotate = annotateFunction(b, node);
  return functionObject(b, scope, node.args, defaults, annotate, node.name, (inner) => {
    const doc = scope.hasDocstring ? 1 : 0;
    statements(inner, node.body.slice(doc));
    if (inner.machine === undefined) inner.emit(returnText(inner, inner.rt('None')));
    if (doc === 1 && b.unit.options.optimize < 2) return (node.body[0] as ast.Expr).value as ast.Constant;
    return undefined;
  });
}

export function lowerLambda(b: Body, node: ast.Lambda): string {
  const scope = b.unit.analysis.scopeOf(node);
  const defaults = lowerDefaults(b, node.args);
  return functionObject(b, scope, node.args, defaults, undefined, 'lambda', (inner) => {
    if (inner.isTraced) inner.emit(lineEvent(inner, node.body));
    const value = expression(inner, node.body);
    inner.emit(returnText(inner, value));
    return undefined;
  });
}

/** JS text that makes the Python function object. */
function functionObject(
  b: Body,
  scope: Scope,
  args: ast.arguments,
  defaults: Defaults,
  annotate: string | undefined,
  stem: string,
  write: (inner: Body) => ast.Constant | undefined,
): string {
  const code = b.unit.addCode(scope, b.code, scope.codeFlags);
  const inner = new Body(b.unit, scope, code, b);
  const name = /^\w+$/.test(stem) ? stem : 'f';
  inner.self = `${name}$${code}`;
  if (!isSuspending(scope.codeFlags)) declareTwins(inner);
  const parameters = formalVariables(scope);
  const complex = args.kwonlyargs.length > 0 || args.vararg !== undefined || args.kwarg !== undefined;
  const prologue = parameterPrologue(inner, scope, args, complex);
  const body = {
    name,
    parameters: complex ? parameters : [...parameters, '$x'],
    prologue,
    write: () => {
      const doc = write(inner);
      if (doc !== undefined) inner.unit.codes[code]!.doc = inner.unit.serialised(cleanDocstring(doc.value));
    },
  };
  const suspends = isSuspending(scope.codeFlags);
  const text = suspends ? suspendingFunction(inner, body, parameters) : writeFunction(inner, body);
  const parts = [text, `$C[${code}]`, '$G', ...extras(inner, args, defaults, annotate, complex)];
  return b.enclose(`${b.rt('def')}(${parts.join(',')})`);
}

/** Optional arguments of the `def` helper, trailing absent ones left out: defaults, kwdefaults, entry for complex signatures, cells, annotate. */
function extras(
  inner: Body,
  args: ast.arguments,
  defaults: Defaults,
  annotate: string | undefined,
  complex: boolean,
): string[] {
  const list = [
    defaults.positional,
    defaults.keyword,
    complex ? (variadicEntry(inner, args) ?? 'true') : undefined,
    inner.scope.freevars.length > 0 ? cellMaker(inner) : undefined,
    annotate,
  ];
  while (list.length > 0 && list[list.length - 1] === undefined) list.pop();
  return list.map((text) => text ?? 'undefined');
}

function formalVariables(scope: Scope): string[] {
  return parameterNames(scope).map(variableName);
}

function parameterNames(scope: Scope): string[] {
  const { posonly, args, kwonly, vararg, kwarg } = scope.params;
  const names = [...posonly, ...args, ...kwonly];
  if (vararg !== undefined) names.push(vararg);
  if (kwarg !== undefined) names.push(kwarg);
  return names;
}

/** Arity check for plain signatures, then defaults for what was not given. */
function parameterPrologue(inner: Body, scope: Scope, args: ast.arguments, complex: boolean): string {
  const positional = [...scope.params.posonly, ...scope.params.args].map(variableName);
  const firstDefault = positional.length - args.defaults.length;
  const lines: string[] = [];
  if (!complex) {
    const last = positional[firstDefault - 1];
    const count = last === undefined ? '$x!==undefined' : `${last}===undefined||$x!==undefined`;
    const test = inner.unit.options.replaceable === true ? `${count}||${inner.self}.meta.isReplaced` : count;
    lines.push(`if(${test})return ${inner.rt('bind')}(${inner.self},arguments);`);
  }
  for (let i = firstDefault; i < positional.length; i++) {
    lines.push(`if(${positional[i]}===undefined)${positional[i]}=${inner.rt('default')}(${inner.self},${i});`);
  }
  scope.params.kwonly.forEach((name, i) => {
    if (args.kw_defaults[i] === undefined) return;
    const variable = variableName(name);
    lines.push(
      `if(${variable}===undefined)${variable}=${inner.rt('keywordDefault')}(${inner.self},${stringLiteral(name)});`,
    );
  });
  return lines.join('');
}

/** A generator or coroutine function: the entry makes the object that holds the variables and runs the body in steps. */
function suspendingFunction(inner: Body, body: FunctionText, parameters: readonly string[]): string {
  const fields = parameterNames(inner.scope).map(fieldName);
  const make = writeMachine(inner, body.name, fields, () => body.write());
  return `function ${inner.self}(${body.parameters.join(',')}){${body.prologue ?? ''}` + `return ${make(parameters)};}`;
}

/** The positional entry of `def f(a, *args, **kw)`; undefined where the generic binder must do it (required keyword-only parameters). */
function variadicEntry(inner: Body, args: ast.arguments): string | undefined {
  const { posonly, args: plain, kwonly, vararg, kwarg } = inner.scope.params;
  if (kwonly.some((_, i) => args.kw_defaults[i] === undefined)) return undefined;
  const positional = [...posonly, ...plain].map(variableName);
  const required = positional[positional.length - args.defaults.length - 1];
  const checks: string[] = [];
  if (required !== undefined) checks.push(`${required}===undefined`);
  if (vararg === undefined) checks.push('$r.length!==0');
  const bind =
    checks.length > 0
      ? `if(${checks.join('||')})return ${inner.rt('bind')}($f,[${[...positional, '...$r'].join(',')}]);`
      : '';
  const passed = [...positional, ...kwonly.map(() => 'undefined')];
  if (vararg !== undefined) passed.push(`${inner.rt('tuple')}($r)`);
  if (kwarg !== undefined) passed.push(`${inner.rt('dict')}([])`);
  const replaced = `if($f.meta.isReplaced)return ${inner.rt('bind')}($f,[${[...positional, '...$r'].join(',')}]);`;
  return `$c=>function $f(${[...positional, '...$r'].join(',')}){${replaced}${bind}return $c(${passed.join(',')});}`;
}

/** Holds the cell of `__class__`, which the namespace and all methods of a class share. */
export const CLASS_CELL = '$cc';

/** Cells for `__closure__`, made when asked for. */
export function cellMaker(inner: Body): string {
  inner.unit.codes[inner.code]!.freeVariables = inner.scope.freevars.map((name) => inner.variable(name));
  const cells = inner.scope.freevars.map((name) => {
    const ofClass = name === '__class__' && inner.scope.symbols.get(name)?.owner?.kind === 'class';
    return cellText(inner, inner.variable(name), ofClass ? CLASS_CELL : undefined);
  });
  return `()=>[${cells.join(',')}]`;
}

/** JS text of the cell over a variable; `holder` is a variable that keeps it. */
export function cellText(b: Body, variable: string, holder: string | undefined): string {
  const text = `${b.rt('cell')}(()=>${variable},$v=>{${variable}=$v;})`;
  return holder === undefined ? text : `(${holder}??=${text})`;
}
