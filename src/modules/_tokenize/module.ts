// TokenizerIter: the compiler's tokenizer as `tokenize` uses it. CPython: Python/Python-tokenize.c

import type { TokenRecord } from '../../runtime/core/interpreter.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, stopIteration, typeError } from '../../runtime/exceptions/errors.ts';
import { PySyntaxError } from '../../runtime/exceptions/exception.ts';
import { syntaxErrorFrom } from '../../runtime/execution/compile.ts';
import { installType, method, slot, type TypeTable } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';

class PyTokenizerIter extends PyObject {
  readonly #readline: Value;
  readonly #encoding: Value | undefined;
  readonly #extraTokens: boolean;
  #tokens: Iterator<TokenRecord> | undefined = undefined;
  /** What `readline` raised. */
  #failure: unknown = undefined;

  constructor(readline: Value, extraTokens: boolean, encoding: Value | undefined) {
    super();
    this.#readline = readline;
    this.#encoding = encoding;
    this.#extraTokens = extraTokens;
  }

  override iternext(): Value | undefined {
    this.#tokens ??= state.interp.compiler.tokens(() => this.#nextLine(), this.#extraTokens);
    try {
      const { value, done } = this.#tokens.next();
      return done ? undefined : tokenTuple(value);
    } catch (error) {
      throw this.#failure ?? raised(error);
    }
  }

  #nextLine(): string {
    try {
      return this.#readLine();
    } catch (error) {
      if (isError(error, 'StopIteration')) return '';
      this.#failure = error;
      throw error;
    }
  }

  #readLine(): string {
    let line = call(this.#readline);
    if (this.#encoding !== undefined) {
      if (!(line instanceof PyBytes)) throw typeError('readline() returned a non-bytes object');
      line = call(getAttr(line, 'decode'), this.#encoding, 'replace');
    }
    if (!isStr(line)) throw typeError('readline() returned a non-string object');
    return jsString(line);
  }
}

/** The exception for what the tokenizer throws. Where the input ends too early it has a place but no line of text. */
function raised(error: unknown): unknown {
  const exception = syntaxErrorFrom(error);
  if (exception instanceof PySyntaxError && exception.text === None) exception.args = tuple([exception.msg!]);
  return exception;
}

function tokenTuple({ type, string, lineno, col, endLineno, endCol, line }: TokenRecord): Value {
  const start = tuple([int(lineno), int(col)]);
  const end = tuple([int(endLineno), int(endCol)]);
  return tuple([int(type), strOfUtf16(string), start, end, strOfUtf16(line)]);
}

const tokenizerIterType: PyType = staticType('TokenizerIter', PyTokenizerIter, {
  module: '_tokenize',
});

function tokenizerIterNew(_type: PyType, readline: Value, extraTokens: Value, encoding?: Value): Value {
  if (encoding !== undefined && !isStr(encoding)) {
    const given = encoding === None ? 'None' : typeOf(encoding).typeName;
    throw typeError(`tokenizeriter() argument 'encoding' must be str, not ${given}`);
  }
  return new PyTokenizerIter(readline, isTrue(extraTokens), encoding);
}

const table: TypeTable = {
  new: method('($type, readline, /, *, extra_tokens, encoding=<unrepresentable>)', tokenizerIterNew),
  methods: {
    __iter__: slot('($self, /)', (self: PyTokenizerIter) => self),
    __next__: slot('($self, /)', (self: PyTokenizerIter) => {
      const token = self.iternext();
      if (token === undefined) throw stopIteration();
      return token;
    }),
  },
};

export const tokenizeModule: NativeModule = {
  name: '_tokenize',
  types: { TokenizerIter: tokenizerIterType },
  install: () => installType(tokenizerIterType, table),
};
