// The JavaScript around a function that suspends: the constructor of the objects that hold its variables, and the method that runs it to its next
// suspension. Both stand once in the unit, unless the method uses variables of enclosing functions: then each object gets a closure of its own.
// CPython: Python/bytecodes.c (RETURN_GENERATOR, RESUME), Objects/genobject.c
import { fieldName } from '../../../contract/names.ts';
import { CodeFlags } from '../../../contract/unit.ts';
import type { Body } from '../body.ts';
import { frameNames, frameVariables } from '../lower/frames.ts';
import { Machine } from './machine.ts';
import { pythonSuspensions } from './suspends.ts';
import { placeTemporaries } from './temporaries.ts';

export function isSuspending(flags: number): boolean {
  return (flags & (CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR)) !== 0;
}

/** JS text of a new generator, coroutine or async generator of the function, from the parameters' texts. */
export type MakeText = (args: readonly string[]) => string;

/** Writes the constructor and the step method of `b`; `parameters` are the fields that the constructor fills. */
export function writeMachine(
  b: Body,
  name: string,
  parameters: readonly string[],
  write: (m: Machine) => void,
): MakeText {
  const info = b.unit.codes[b.code]!;
  const m = new Machine(b, pythonSuspensions());
  m.isAsyncGenerator = (info.flags & CodeFlags.ASYNC_GENERATOR) !== 0;
  b.machine = m;
  const names = frameNames(b);
  if (names.length > 0) info.locals = names;
  info.firstPosition = b.unit.positions.length / 4;
  const lines = b.capture(() => {
    write(m);
    b.emit('break $m;');
    m.finish();
  });
  const tidied = tidy(lines);
  info.lastPosition = b.unit.positions.length / 4 - 1;
  info.resumePositions = m.positions;
  const { text, locals, fields } = placeTemporaries(tidied, b.code);
  const step = stepText(b, m, name, text, locals);
  const own = b.scope.freevars.length === 0;
  const all = [...variableFields(b), ...m.fields, ...fields].filter((field) => !parameters.includes(field));
  b.unit.hoist(classText(b, own ? step : undefined, parameters, all));
  const first = [...(b.self === '' ? [] : [b.self]), ...(own ? [] : [step])];
  return (args) => `new ($m${b.code}||$M${b.code}())(${[...first, ...args].join(',')})`;
}

/** Leaves out what an unconditional jump keeps from being reached, and all but the last of several regions entered at once. */
function tidy(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let reached = true;
  let depth = 0;
  for (const line of lines) {
    if (/^case \d+:$/.test(line)) reached = true;
    if (!reached || line === '') continue;
    if (/^\$y=\d+;/.test(line) && /^\$y=\d+;$/.test(kept.at(-1) ?? '')) kept.pop();
    kept.push(line);
    depth += openBraces(line);
    if (depth === 0 && /^(?:[^{}]*;)?(?:\$s=\d+;continue|break) \$m;$/.test(line)) reached = false;
  }
  return kept;
}

/** How many more braces a piece of text opens than it closes; those in string literals do not count. */
function openBraces(text: string): number {
  let depth = 0;
  for (const [match] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) depth += match === '{' ? 1 : match === '}' ? -1 : 0;
  return depth;
}

/** `$m3` is the constructor, completed by `$M3` when it is first needed. Its stores are in its own text so that each has one hidden class to see. */
function classText(
  b: Body,
  step: string | undefined,
  parameters: readonly string[],
  fields: readonly string[],
): string {
  const { code } = b;
  const m = b.machine!;
  const flags = b.unit.codes[code]!.flags;
  const base =
    flags & CodeFlags.ASYNC_GENERATOR ? 'asyncGenerator' : flags & CodeFlags.COROUTINE ? 'coroutine' : 'generator';
  const isFunction = b.self !== '';
  const observed = (text: string): string =>
    b.unit.options.traced === true ? `${b.rt('observedStep')}(${text})` : text;
  const stores = [
    ...(isFunction ? [`if($f.meta.isChanged)${b.rt('adopt')}(this,$f.meta);`] : []),
    ...(step === undefined
      ? [`${base === 'generator' ? 'this.step=this.iternext=' : 'this.step='}${observed('$n')};`]
      : []),
    'this.state=0;',
    ...(m.returnsValue || m.delegates ? [`this.returned=${b.rt('None')};`] : []),
    ...(m.delegates ? ['this.delegate=undefined;'] : []),
    ...(m.isAsyncGenerator
      ? ['this.yielded=this.runningAsync=this.hooked=this.closed=false;this.loopStep=undefined;']
      : []),
    ...(base === 'coroutine' ? [`if($T.originDepth!==0)${b.rt('noteOrigin')}(this);`] : []),
    ...parameters.map((field, i) => `this.${field}=$${i};`),
    ...fields.map((field) => `this.${field}=undefined;`),
  ];
  const head = [
    ...(isFunction ? ['$f'] : []),
    ...(step === undefined ? ['$n'] : []),
    ...parameters.map((_, i) => `$${i}`),
  ];
  const constructor = `function(${head.join(',')}){${stores.join('')}}`;
  const parts = [constructor, b.rt(base), `$C[${code}]`, '$G', ...(step === undefined ? [] : [observed(step)])];
  return `let $m${code};const $M${code}=()=>$m${code}=${b.rt('resumable')}(${parts.join(',')});`;
}

function variableFields(b: Body): string[] {
  if (!b.isFunctionLike()) return [];
  const names: string[] = [];
  for (const [name, symbol] of b.scope.symbols) {
    if (name === '.0') continue;
    if (symbol.scope === 'local' || symbol.scope === 'cell') names.push(fieldName(name));
  }
  return names;
}

/** The method: `$v` is what is sent in, `$e` what is thrown in; it returns what is yielded, or undefined at the end. */
function stepText(b: Body, m: Machine, name: string, lines: string, locals: readonly string[]): string {
  const sent = /\$v\b/.test(lines) ? `$v=${b.rt('None')}` : '$v';
  const free = frameVariables(b).filter(({ variable }) => !variable.startsWith('this.'));
  const frees = free.map(({ variable }) => `,${variable}`).join('');
  const recorded = b.hasHandlers ? ',$r' : frees === '' ? '' : ',undefined';
  const variables = [
    '$l=0',
    ...(m.hasRegions ? ['$y=0', '$q'] : []),
    ...(b.hasHandlers ? ['$r'] : []),
    ...m.locals,
    ...locals,
  ];
  const handled = m.usesHandled ? 'const $H=$T.handled;' : '';
  const restore = m.usesHandled ? '$T.handled=$H;' : '';
  const position = `$l${recorded}${frees}`;
  const fail = `this.state=-2;$T.depth=$d;${restore}${b.rt('throw')}(${b.rt('failed')}(this,$x,${position}));`;
  const forget = m.delegates ? 'this.delegate=undefined;' : '';
  const caught = (): string =>
    `if($y===0){${fail}}$q=${b.rt('caughtIn')}(this,$x,${position});$e=undefined;${b.hasHandlers ? '$r=undefined;' : ''}${forget}$s=$y;`;
  const loop = m.hasRegions
    ? `$m:for(;;)try{switch($s){case 0:\n${lines}\n}}catch($x){${caught()}}`
    : `try{$m:for(;;)switch($s){case 0:\n${lines}\n}}catch($x){${fail}}`;
  return (
    `function ${name}$step$${b.code}(${sent},$e){let $s=this.state;if($s<0)return ${b.rt('idle')}(this,$e,$v);` +
    `const $d=$T.depth;if($d>=$T.limit)${b.rt('tooDeep')}();${handled}let ${variables.join(',')};${m.prelude}` +
    `this.state=-1;$T.depth=$d+1;${loop}this.state=-2;$T.depth=$d;${restore}return undefined;}`
  );
}
