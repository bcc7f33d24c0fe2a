// What a whole code unit accumulates while its functions are written: helpers used, constants, code objects, source positions.

import type { HelperName } from '../../contract/helpers.ts';
import type { CodeInfo, CodeUnit, Constant } from '../../contract/unit.ts';
import { MAIN_MARK } from '../../contract/unit.ts';
import { FORMAT_VERSION } from '../../contract/version.ts';
import type { ConstantValue } from '../1-syntax/ast/constant.ts';
import type * as ast from '../1-syntax/ast/nodes.ts';
import type { Position } from '../1-syntax/ast/position.ts';
import type { Analysis } from '../2-analysis/analyze.ts';
import { type FloatNames, NumberKinds } from '../2-analysis/number-kinds.ts';
import type { Scope } from '../2-analysis/scope.ts';
import { stringLiteral } from './javascript.ts';

export interface GenerateOptions {
  filename: string;
  /** 0, 1 (-O), 2 (-OO). */
  optimize: number;
  /** Top-level names live in a mapping of their own, beside the globals. */
  separateLocals?: boolean;
  /** Functions keep live frames and report to tracers. */
  traced?: boolean;
  /** Functions of plain parameters ask whether their `__code__` was assigned; others always do. */
  replaceable?: boolean;
}

export class UnitBuilder {
  readonly analysis: Analysis;
  readonly options: GenerateOptions;
  readonly codes: CodeInfo[] = [];
  readonly constants: Constant[] = [];
  readonly positions: number[] = [0, 0, 0, 0];
  readonly helpers: Set<HelperName> = new Set();
  readonly #hoisted: string[] = [];
  readonly #keywordNames = new Map<string, { name: string; text: string }>();
  readonly #dictModels = new Map<string, string>();
  readonly #constantKeys = new Map<string, string>();
  readonly #positionKeys = new Map<string, number>();

  readonly #numbers = new Map<Scope, NumberKinds>();
  #floatNames: FloatNames | undefined;

  /** Expression statements show their value. */
  readonly isInteractive: boolean;

  constructor(analysis: Analysis, options: GenerateOptions, isInteractive: boolean) {
    this.analysis = analysis;
    this.options = options;
    this.isInteractive = isInteractive;
  }

  /** The JS name of a runtime helper; asking for it is what imports it. */
  helper(name: HelperName): string {
    this.helpers.add(name);
    return `$${name}`;
  }

  /** The JS name of what makes a traceback's entry of an exception that leaves a function of this unit. */
  failure(): string {
    this.helper('trace');
    return '$F';
  }

  /** Index of a source range in the position table: the value `$l` takes. */
  position(node: Position): number {
    const at = node.lineno === node.end_lineno ? node : fromAttribute(node);
    const key = `${at.lineno},${at.end_lineno},${at.col_offset},${at.end_col_offset}`;
    let index = this.#positionKeys.get(key);
    if (index === undefined) {
      index = this.positions.length / 4;
      this.positions.push(at.lineno, at.end_lineno ?? at.lineno, at.col_offset, at.end_col_offset ?? at.col_offset);
      this.#positionKeys.set(key, index);
    }
    return index;
  }

  /** JS text of a constant: a literal where JavaScript has one, else a slot of the constant table. */
  constant(value: ConstantValue): string {
    switch (value.type) {
      case 'None':
        return this.helper('None');
      case 'Ellipsis':
        return this.helper('Ellipsis');
      case 'bool':
        return String(value.value);
      case 'int':
        return typeof value.value === 'number' ? String(value.value) : `${value.value}n`;
      case 'float':
        if (!Number.isInteger(value.value) && Number.isFinite(value.value)) return String(value.value);
        break;
      case 'str':
        if (value.codePoints === undefined) return stringLiteral(value.value);
    }
    return this.tableConstant(serialise(value));
  }

  /** A constant in the form code objects carry. */
  serialised(value: ConstantValue): Constant {
    return serialise(value);
  }

  /**
   * JS name of the array of a call's keyword names: one array for all calls with these and as many arguments, so that binding can be
   * remembered by it.
   */
  keywordNames(names: readonly string[], given: number): string {
    const text = `[${names.map(stringLiteral).join(',')}]`;
    const form = `${given}${text}`;
    let known = this.#keywordNames.get(form);
    if (known === undefined) this.#keywordNames.set(form, (known = { name: `$w${this.#keywordNames.size}`, text }));
    return known.name;
  }

  /** JS name of what all dict displays with these keys share. */
  dictModel(keys: string): string {
    let name = this.#dictModels.get(keys);
    if (name === undefined) this.#dictModels.set(keys, (name = `$dk${this.#dictModels.size}`));
    return name;
  }

  tableConstant(constant: Constant): string {
    const key = JSON.stringify(constant);
    let name = this.#constantKeys.get(key);
    if (name === undefined) {
      name = `$k${this.constants.length}`;
      this.constants.push(constant);
      this.#constantKeys.set(key, name);
    }
    return name;
  }

  /** Registers a code object; children follow their parent. */
  addCode(scope: Scope, parent: number | undefined, flags: number): number {
    const { params } = scope;
    const index = this.codes.length;
    this.codes.push({
      name: scope.codeName,
      qualname: scope.qualname,
      argcount: params.posonly.length + params.args.length,
      posonlyargcount: params.posonly.length,
      kwonlyargcount: params.kwonly.length,
      flags,
      varnames: scope.varnames,
      cellvars: scope.cellvars,
      freevars: scope.freevars,
      names: [],
      firstlineno: scope.firstLineno,
      children: [],
      firstPosition: 0,
      lastPosition: 0,
    });
    if (parent !== undefined) this.codes[parent]!.children.push(index);
    return index;
  }

  /** Whether a name read is certain to find its local bound. */
  isBound(node: ast.Name): boolean {
    return this.analysis.boundNames.has(node);
  }

  /** What the text says about the numbers in a scope's variables. */
  numberKinds(scope: Scope): NumberKinds {
    if (this.#floatNames === undefined) this.#floatNames = this.#findNumbers();
    return this.#numbers.get(scope) ?? new NumberKinds(undefined, this.#floatNames);
  }

  #findNumbers(): FloatNames {
    const known: FloatNames = { attributes: new Set(), functions: new Set() };
    for (const scope of this.analysis.scopes()) {
      const { node } = scope;
      if (scope.kind !== 'function' || (node.nodeType !== 'FunctionDef' && node.nodeType !== 'AsyncFunctionDef'))
        continue;
      this.#numbers.set(scope, new NumberKinds(node, known));
    }
    // Twice, as what one function is found to return another one may store.
    for (let i = 0; i < 2; i++) {
      for (const [scope, kinds] of this.#numbers) {
        if (i > 0) kinds.settle();
        for (const name of kinds.floatAttributes()) known.attributes.add(name);
        if (kinds.returnsFloat()) known.functions.add(scope.name);
      }
    }
    for (const kinds of this.#numbers.values()) kinds.settle();
    return known;
  }

  /** Text that stands once in the unit, before its module-level function. */
  hoist(text: string): void {
    this.#hoisted.push(`${text}\n`);
  }

  /** The finished unit around the text of its module-level function. */
  finish(main: string): CodeUnit {
    const names = [...this.helpers].sort();
    const helpers = names.length > 0 ? `const {${names.map((n) => `${n}:$${n}`).join(',')}}=$R;\n` : '';
    const constants = this.constants.map((_, i) => `$k${i}=$K[${i}]`);
    for (const { text, name } of this.#keywordNames.values()) constants.push(`${name}=${text}`);
    for (const name of this.#dictModels.values()) constants.push(`${name}={names:undefined}`);
    if (this.helpers.has('trace')) constants.push(`$F=$trace($C,$G)`);
    const table = constants.length > 0 ? `const ${constants.join(',')};\n` : '';
    return {
      format: FORMAT_VERSION,
      filename: this.options.filename,
      javascript: `"use strict";\n${helpers}${table}${this.#hoisted.join('')}${MAIN_MARK}return ${main};`,
      constants: this.constants,
      codes: this.codes,
      positions: this.positions,
    };
  }
}

/** An attribute over several lines, or a call of one, is at its name. CPython: update_start_location_to_match_attr */
function fromAttribute(node: Position): Position {
  const attribute = attributeIn(node as Position & Partial<ast.expr>);
  if (attribute === undefined || attribute.lineno === attribute.end_lineno) return node;
  const lineno = attribute.end_lineno;
  const col_offset = attribute.end_col_offset - attribute.attr.length;
  const end_lineno = Math.max(lineno, node.end_lineno);
  if (col_offset < 0) return { lineno, col_offset: -1, end_lineno, end_col_offset: -1 };
  return { lineno, col_offset, end_lineno, end_col_offset: Math.max(col_offset, node.end_col_offset) };
}

function attributeIn(node: Position & Partial<ast.expr>): ast.Attribute | undefined {
  if (node.nodeType === 'Attribute') return node as ast.Attribute;
  if (node.nodeType !== 'Call') return undefined;
  const { func, args, keywords } = node as ast.Call;
  const unpacks = args.some((arg) => arg.nodeType === 'Starred') || keywords.some((k) => k.arg === undefined);
  return func.nodeType === 'Attribute' && !unpacks ? func : undefined;
}

function floatText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function serialise(value: ConstantValue): Constant {
  switch (value.type) {
    case 'int':
      return { type: 'int', value: String(value.value) };
    case 'float':
      return { type: 'float', value: floatText(value.value) };
    case 'complex': {
      const real = value.real === undefined ? {} : { real: floatText(value.real) };
      return { type: 'complex', imag: floatText(value.imag), ...real };
    }
    case 'str':
      return value.codePoints === undefined
        ? { type: 'str', value: value.value }
        : { type: 'str', value: '', points: value.codePoints };
    case 'bytes':
      return { type: 'bytes', value: [...value.value] };
    case 'tuple':
    case 'frozenset':
      return { type: value.type, items: value.items.map(serialise) };
    default:
      return value;
  }
}
