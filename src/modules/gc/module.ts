// The collector is the engine's. What can be said about it is said, switches are remembered, the rest is empty. CPython: Modules/gcmodule.c

import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { valueError } from '../../runtime/exceptions/errors.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictEntries, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { PySet } from '../../runtime/objects/set/set.ts';
import { setItems } from '../../runtime/objects/set/table.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { instanceDict } from '../../runtime/protocols/attribute.ts';
import { asIndex } from '../../runtime/protocols/item.ts';

interface GcState {
  enabled: boolean;
  debug: number;
  threshold: Value[];
}
const STATE: unique symbol = Symbol('gc');

function gcState(): GcState {
  let own = state.interp.states.get(STATE) as GcState | undefined;
  if (own === undefined) {
    own = { enabled: true, debug: 0, threshold: [int(2000), int(10), int(0)] };
    state.interp.states.set(STATE, own);
  }
  return own;
}

function generationOf(generation: Value | undefined): number {
  const n = generation === undefined ? 2 : Number(asIndex(generation));
  if (n < 0 || n > 2) throw valueError('invalid generation');
  return n;
}

/** A collection if the engine offers one to programs; how many objects went is not known: 0. */
function collect(generation?: Value): Value {
  generationOf(generation);
  (globalThis as { gc?: () => void }).gc?.();
  return int(0);
}

function referents(objects: Value[]): Value {
  const found: Value[] = [];
  for (const each of objects) {
    if (each instanceof PyList || each instanceof PyTuple) found.push(...each.items);
    else if (each instanceof PyDict) for (const [k, v] of dictEntries(each)) found.push(k, v);
    else if (each instanceof PySet) found.push(...setItems(each));
    else if (typeof each === 'object' && each.cls.hasDict) found.push(instanceDict(each), each.cls);
  }
  return new PyList(found);
}

function setThreshold(args: Value[]): Value {
  const own = gcState();
  own.threshold = [args[0]!, args[1] ?? own.threshold[1]!, args[2] ?? own.threshold[2]!];
  return None;
}

function stats(): Value {
  const one = (): Value => {
    const dict = new PyDict();
    for (const name of ['collections', 'collected', 'uncollectable']) dictSet(dict, name, int(0));
    return dict;
  };
  return new PyList([one(), one(), one()]);
}

function isTracked(v: Value): Value {
  return (
    typeof v === 'function' ||
    (typeof v === 'object' && v !== None && !['str', 'int', 'float', 'bytes', 'complex'].includes(v.cls.typeName))
  );
}

function enable(on: boolean): Value {
  gcState().enabled = on;
  return None;
}

const nothing = (): Value => None;

export const gcModule: NativeModule = {
  name: 'gc',
  doc: 'This module provides access to the garbage collector for reference cycles.',
  functions: {
    collect: fn('($module, /, generation=2)', collect),
    disable: fn('($module, /)', () => enable(false)),
    enable: fn('($module, /)', () => enable(true)),
    isenabled: fn('($module, /)', () => gcState().enabled),
    freeze: fn('($module, /)', nothing),
    unfreeze: fn('($module, /)', nothing),
    get_freeze_count: fn('($module, /)', () => int(0)),
    get_count: fn('($module, /)', () => tuple([int(0), int(0), int(0)])),
    get_debug: fn('($module, /)', () => int(gcState().debug)),
    set_debug: fn('($module, flags, /)', (flags: Value) => {
      gcState().debug = Number(asIndex(flags));
      return None;
    }),
    get_objects: fn('($module, /, generation=None)', () => new PyList([])),
    get_referents: fn('($module, /, *objs)', referents),
    get_referrers: fn('($module, /, *objs)', () => new PyList([])),
    get_stats: fn('($module, /)', stats),
    get_threshold: fn('($module, /)', () => tuple(gcState().threshold)),
    set_threshold: fn('!(*args)', setThreshold),
    is_tracked: fn('($module, obj, /)', isTracked),
    is_finalized: fn('($module, obj, /)', () => false),
  },
  values: () => ({
    callbacks: new PyList([]),
    garbage: new PyList([]),
    DEBUG_STATS: int(1),
    DEBUG_COLLECTABLE: int(2),
    DEBUG_UNCOLLECTABLE: int(4),
    DEBUG_SAVEALL: int(32),
    DEBUG_LEAK: int(38),
  }),
};
