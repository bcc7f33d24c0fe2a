// What CPython's instruction set is like, for `opcode` and `dis`. There is no bytecode here: these are facts about CPython's, so that programs
// which only read the tables find them. CPython: Modules/_opcode.c
import { None } from '../runtime/core/object.ts';
import { int, type Value } from '../runtime/core/value.ts';
import { valueError } from '../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../runtime/native/define.ts';
import type { NativeModule } from '../runtime/native/module.ts';
import { PyList } from '../runtime/objects/list/list.ts';
import { tuple } from '../runtime/objects/tuple/tuple.ts';
import { asIndex } from '../runtime/protocols/item.ts';

/** Opcodes by kind; ranges are written first-last. */
const KINDS: Readonly<Record<string, string>> = {
  arg: '44-120 128 143-153 155-195 197 200 209-211 237 239 241-245 247-251 253 255 257-261 263-266',
  const: '82 190 191',
  exc: '263-265',
  free: '62 90 97 111',
  jump: '68 70 75-77 100-103 106 172-176 237 248 257-260',
  local: '3 63 83-89 112-114 261 266',
  name: '61 64 65 72 73 80 91-93 96 110 115 116 179 189 194 195 200 249',
};

const INTRINSICS_1 =
  'INVALID PRINT IMPORT_STAR STOPITERATION_ERROR ASYNC_GEN_WRAP UNARY_POSITIVE LIST_TO_TUPLE TYPEVAR PARAMSPEC TYPEVARTUPLE SUBSCRIPT_GENERIC TYPEALIAS';
const INTRINSICS_2 =
  'INVALID PREP_RERAISE_STAR TYPEVAR_WITH_BOUND TYPEVAR_WITH_CONSTRAINTS SET_FUNCTION_TYPE_PARAMS SET_TYPEPARAM_DEFAULT';
const OPERATORS =
  'ADD + AND & FLOOR_DIVIDE // LSHIFT << MATRIX_MULTIPLY @ MULTIPLY * REMAINDER % OR | POWER ** RSHIFT >> SUBTRACT - TRUE_DIVIDE / XOR ^';

function isIn(kind: string, opcode: number): boolean {
  return KINDS[kind]!.split(' ').some((range) => {
    const [first, last] = range.split('-').map(Number);
    return opcode >= first! && opcode <= (last ?? first!);
  });
}

function descriptions(arity: number, names: string): Value {
  return new PyList(
    names.split(' ').map((name) => (name === 'INVALID' ? `INTRINSIC_${arity}_INVALID` : `INTRINSIC_${name}`)),
  );
}

function operators(): Value {
  const words = OPERATORS.split(' ');
  const pairs: Value[] = [];
  for (const inplace of [false, true]) {
    for (let i = 0; i < words.length; i += 2) {
      pairs.push(tuple([`NB_${inplace ? 'INPLACE_' : ''}${words[i]}`, `${words[i + 1]}${inplace ? '=' : ''}`]));
    }
  }
  pairs.push(tuple(['NB_SUBSCR', '[]']));
  return new PyList(pairs);
}

const functions: Record<string, ModuleTable[string]> = {
  get_intrinsic1_descs: fn('($module, /)', () => descriptions(1, INTRINSICS_1)),
  get_intrinsic2_descs: fn('($module, /)', () => descriptions(2, INTRINSICS_2)),
  get_nb_ops: fn('($module, /)', operators),
  get_special_method_names: fn('($module, /)', () => new PyList(['__enter__', '__exit__', '__aenter__', '__aexit__'])),
  get_specialization_stats: fn('($module, /)', () => None),
  get_executor: fn('($module, /, code, offset)', () => {
    throw valueError('no executor exists at address');
  }),
  is_valid: fn('($module, /, opcode)', (opcode: Value) => {
    const n = Number(asIndex(opcode));
    return n >= 0 && n <= 266;
  }),
  stack_effect: fn('($module, opcode, oparg=None, /, *, jump=None)', () => {
    throw valueError('invalid opcode or oparg');
  }),
};

for (const kind of Object.keys(KINDS)) {
  functions[`has_${kind}`] = fn('($module, /, opcode)', (opcode: Value) => isIn(kind, Number(asIndex(opcode))));
}

export const opcodeModule: NativeModule = {
  name: '_opcode',
  doc: 'Opcode support module.',
  functions,
  values: () => ({ ENABLE_SPECIALIZATION: int(0), ENABLE_SPECIALIZATION_FT: int(0) }),
};
