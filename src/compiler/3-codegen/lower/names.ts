// Reading, binding and deleting Python variables. CPython: Python/codegen.c (codegen_nameop)
import { isDunder } from '../../../contract/names.ts';
import type { Position } from '../../1-syntax/ast/position.ts';
import type { Body } from '../body.ts';
import { attributeProperty, stringLiteral } from '../javascript.ts';
import { readTwin } from './floats.ts';

type Access = 'variable' | 'global' | 'namespace' | 'classderef';

function accessOf(b: Body, name: string): Access {
  const access = findAccess(b, name);
  if (access !== 'variable' && b.symbol(name)?.scope !== 'free') b.noteName(name);
  return access;
}

function findAccess(b: Body, name: string): Access {
  const symbol = b.symbol(name);
  const scope = symbol?.scope ?? 'global-implicit';
  if (scope === 'cell') return 'variable';
  const inComprehension = b.renamed.some(({ scope: s }) => s.symbols.get(name) === symbol);
  if (scope === 'free') {
    const seesClass = (b.scope.kind === 'class' && !inComprehension) || b.scope.canSeeClassScope;
    return seesClass ? 'classderef' : 'variable';
  }
  if (scope === 'global-explicit') return 'global';
  if (scope === 'local')
    return inComprehension || b.isFunctionLike() ? 'variable' : b.hasNamespace() ? 'namespace' : 'global';
  if (b.hasNamespace() && (!inComprehension || b.scope.kind === 'module')) return 'namespace';
  return b.scope.canSeeClassScope ? 'classderef' : 'global';
}

/** The value of a variable; raises NameError or UnboundLocalError as Python does. */
export function loadName(b: Body, name: string, at: Position, bound = false): string {
  const mangled = b.mangle(name);
  switch (accessOf(b, mangled)) {
    case 'variable':
      return loadVariable(b, mangled, at, bound);
    case 'global':
      return loadGlobal(b, mangled, at);
    case 'namespace':
      return `(${b.at(at)},${b.rt('loadName')}($ns,${stringLiteral(mangled)},$G))`;
    case 'classderef':
      return loadClassDeref(b, mangled, at);
  }
}

function loadVariable(b: Body, name: string, at: Position, bound: boolean): string {
  const plain = b.variable(name);
  const variable = b.twins.has(plain) ? readTwin(b, plain) : plain;
  const symbol = b.symbol(name);
  if (bound || (symbol?.isParameter && !symbol.isDeletedSomewhere && symbol.scope !== 'free')) return variable;
  // Free in an inlined comprehension, but a variable of the function that it is written into.
  const own = b.scope.symbols.get(name)?.scope;
  const isFree = symbol?.scope === 'free' && own !== 'local' && own !== 'cell';
  const helper = isFree ? b.rt('unboundFree') : b.rt('unbound');
  return `(${plain}===undefined?(${b.at(at)},${helper}(${stringLiteral(name)})):${variable})`;
}

/** Built-ins stand behind the module's own names; the second property read is only emitted for names the module never binds. */
function loadGlobal(b: Body, name: string, at: Position): string {
  const literal = stringLiteral(name);
  if (isDunder(name)) return `(${b.at(at)},${b.rt('loadGlobal')}($G,${literal}))`;
  const property = attributeProperty(name);
  const temp = b.temp();
  const top = b.unit.analysis.top.symbols.get(name);
  const builtin = top === undefined || top.assignments === 0 ? `||(${temp}=$B${property})!==undefined` : '';
  return `((${temp}=$G${property})!==undefined${builtin}?${temp}:(${b.at(at)},${b.rt('loadGlobal')}($G,${literal})))`;
}

/** A free name in a class body (or an annotation in one): the class namespace first, then the cell or global. */
function loadClassDeref(b: Body, name: string, at: Position): string {
  const symbol = b.symbol(name);
  const namespace = b.scope.kind === 'class' ? '$ns' : b.variable('__classdict__');
  const temp = b.temp();
  const outer = symbol?.scope === 'free' ? loadVariable(b, name, at, false) : loadGlobal(b, name, at);
  return `((${temp}=${b.rt('lookupNamespace')}(${namespace},${stringLiteral(name)}))!==undefined?${temp}:${outer})`;
}

/** Statement text that binds a variable. */
export function storeName(b: Body, name: string, value: string, at: Position): string {
  const mangled = b.mangle(name);
  switch (accessOf(b, mangled)) {
    case 'variable':
      return `${b.variable(mangled)}=${value};`;
    case 'global':
      if (isDunder(mangled)) return `${b.rt('storeGlobal')}($G,${stringLiteral(mangled)},${value});`;
      return `$G${attributeProperty(mangled)}=${value};`;
    default:
      if (b.symbol(mangled)?.scope === 'free') return `${b.variable(mangled)}=${value};`;
      return `${b.at(at)};${b.rt('storeName')}($ns,${stringLiteral(mangled)},${value});`;
  }
}

/** Statement text for the end of `except T as name:`, where the name is bound to None and deleted: it may have been deleted before. */
export function unbindName(b: Body, name: string, at: Position): string {
  const mangled = b.mangle(name);
  if (accessOf(b, mangled) === 'variable') return `${b.variable(mangled)}=undefined;`;
  return `${storeName(b, name, b.rt('None'), at)}${deleteName(b, name, at)}`;
}

export function deleteName(b: Body, name: string, at: Position): string {
  const mangled = b.mangle(name);
  const literal = stringLiteral(mangled);
  switch (accessOf(b, mangled)) {
    case 'variable':
      return `${loadVariable(b, mangled, at, false)};${b.variable(mangled)}=undefined;`;
    case 'global':
      return `${b.at(at)};${b.rt('deleteGlobal')}($G,${literal});`;
    default:
      if (b.symbol(mangled)?.scope === 'free')
        return `${loadVariable(b, mangled, at, false)};${b.variable(mangled)}=undefined;`;
      return `${b.at(at)};${b.rt('deleteName')}($ns,${literal});`;
  }
}
