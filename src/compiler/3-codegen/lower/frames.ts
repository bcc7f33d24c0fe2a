// What emitted functions tell about their variables. Every function hands its variables to the traceback entry that its catch makes, which costs
// nothing until something is raised. A unit compiled traced also keeps a live frame: closures over its variables, and a call of the tracer at each
// event. CPython: Objects/frameobject.c (framelocalsproxy), Python/legacy_tracing.c
import type { Position } from '../../1-syntax/ast/position.ts';
import type { Body } from '../body.ts';
import { stringLiteral } from '../javascript.ts';
import { readTwin } from './floats.ts';

const HIDDEN = new Set(['__classdict__', '__conditional_annotations__']);

/** A function's variables in the order of `f_locals`, each with the JS variable that holds it. */
export function frameVariables(b: Body): { name: string; variable: string }[] {
  if (!b.isFunctionLike()) return [];
  const { varnames, cellvars, freevars, symbols } = b.scope;
  const names = new Set([...varnames, ...cellvars, ...freevars]);
  const found: { name: string; variable: string }[] = [];
  for (const name of names) {
    const scope = symbols.get(name)?.scope;
    const isVariable = scope === 'local' || scope === 'cell' || scope === 'free';
    if (isVariable && !name.startsWith('.') && !HIDDEN.has(name)) found.push({ name, variable: b.variable(name) });
  }
  return found;
}

/** Arguments of `trace` and `caught` after the recorded exception: the variables, or a class body's namespace. */
export function frameValues(b: Body): string {
  const list = b.hasNamespace() ? ['$ns'] : frameVariables(b).map((v) => value(b, v.variable));
  return list.length === 0 ? '' : `,${list.join(',')}`;
}

function value(b: Body, variable: string): string {
  return b.twins.has(variable) ? readTwin(b, variable) : variable;
}

/** Declares the live frame of a function in a traced unit. */
export function enterFrame(b: Body): string {
  const variables = frameVariables(b);
  const read = `()=>[${variables.map((v) => v.variable).join(',')}]`;
  const cases = variables.map((v, i) => `case ${i}:${v.variable}=$v;break;`).join('');
  const namespace = b.hasNamespace() ? ',$ns' : '';
  return `const $f=${b.rt('enterFrame')}($C[${b.code}],$G,()=>$l,${read},($i,$v)=>{switch($i){${cases}}}${namespace});`;
}

/** JS text of the names that `frameValues` gives the values of. */
export function frameNames(b: Body): string[] {
  return frameVariables(b).map((v) => v.name);
}

/** What a function returns, and the label of the block that it leaves to do so. */
export const RESULT = '$res';
export const END = '$end';
export const LEAVE: string = `break ${END};`;

/** Statement text that returns from a function. */
export function returnText(b: Body, value: string): string {
  if (b.machine !== undefined) return b.machine.returns(value);
  return b.isTraced ? `return ${b.rt('leaveFrame')}($f,${value});` : `${RESULT}=${value};${LEAVE}`;
}

/** A line event, where the unit is traced; `again` for a line that a loop comes back to. */
export function lineEvent(b: Body, at: Position, again = false): string {
  return b.isTraced
    ? `${b.at({ ...at, end_lineno: at.lineno, end_col_offset: at.col_offset })};${b.rt('traceLine')}($f${again ? ',true' : ''});`
    : '';
}

/** In a traced unit: the line event of every step of a for loop or comprehension but the first, which the statement's own event stands for. */
export function steppingEvent(b: Body): string {
  if (!b.isTraced) return '';
  const started = b.unique('$n');
  b.emit(`let ${started}=false;`);
  return `(${started}?${b.rt('traceLine')}($f,true,1):${started}=true),`;
}

/** Pairs of names and values for `locals()`. */
export function localPairs(b: Body): string {
  const pairs: string[] = [];
  const seen = new Set<string>();
  for (const { names } of [...b.renamed].reverse()) {
    for (const [name, variable] of names) {
      if (!seen.has(name) && !name.startsWith('.')) pairs.push(`${stringLiteral(name)},${variable}`);
      seen.add(name);
    }
  }
  for (const { name, variable } of frameVariables(b)) {
    if (!seen.has(name)) pairs.push(`${stringLiteral(name)},${variable}`);
  }
  return `[${pairs.join(',')}]`;
}
