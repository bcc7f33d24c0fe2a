// An expression as source text: the value of an annotation under `from __future__ import annotations`. CPython: Python/ast_unparse.c
import { constantRepr, isPrintableByEngine, strRepr } from '../1-syntax/ast/constant-repr.ts';
import type * as ast from '../1-syntax/ast/nodes.ts';

/** What binds how tightly; an expression gets parentheses where something tighter is wanted. */
const Level = {
  TUPLE: 0,
  TEST: 1,
  OR: 2,
  AND: 3,
  NOT: 4,
  CMP: 5,
  EXPR: 6,
  BXOR: 7,
  BAND: 8,
  SHIFT: 9,
  ARITH: 10,
  TERM: 11,
  FACTOR: 12,
  POWER: 13,
  AWAIT: 14,
  ATOM: 15,
} as const;

const BINARY: Record<ast.operator, readonly [text: string, level: number]> = {
  Add: ['+', Level.ARITH],
  Sub: ['-', Level.ARITH],
  Mult: ['*', Level.TERM],
  MatMult: ['@', Level.TERM],
  Div: ['/', Level.TERM],
  Mod: ['%', Level.TERM],
  FloorDiv: ['//', Level.TERM],
  Pow: ['**', Level.POWER],
  LShift: ['<<', Level.SHIFT],
  RShift: ['>>', Level.SHIFT],
  BitOr: ['|', Level.EXPR],
  BitXor: ['^', Level.BXOR],
  BitAnd: ['&', Level.BAND],
};
const UNARY: Record<ast.unaryop, readonly [text: string, level: number]> = {
  Invert: ['~', Level.FACTOR],
  Not: ['not ', Level.NOT],
  UAdd: ['+', Level.FACTOR],
  USub: ['-', Level.FACTOR],
};
const COMPARE: Record<ast.cmpop, string> = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};

/** The text of an annotation. */
export function unparse(node: ast.expr): string {
  return text(node, Level.TEST);
}

function wrap(inner: string, level: number, own: number): string {
  return level > own ? `(${inner})` : inner;
}

const list = (nodes: readonly ast.expr[], level: number = Level.TEST): string =>
  nodes.map((n) => text(n, level)).join(', ');

function text(node: ast.expr, level: number): string {
  switch (node.nodeType) {
    case 'Name':
      return node.id;
    case 'Constant':
      return constantText(node.value);
    case 'Attribute':
      return attribute(node);
    case 'Subscript':
      return `${text(node.value, Level.ATOM)}[${text(node.slice, Level.TUPLE)}]`;
    case 'Tuple':
      if (node.elts.length === 0) return '()';
      return wrap(list(node.elts) + (node.elts.length === 1 ? ',' : ''), level, Level.TUPLE);
    case 'List':
      return `[${list(node.elts)}]`;
    case 'Set':
      return `{${list(node.elts)}}`;
    case 'Starred':
      return `*${text(node.value, Level.EXPR)}`;
    case 'Call':
      return callText(node);
    case 'JoinedStr':
    case 'TemplateStr':
      return `${node.nodeType === 'JoinedStr' ? 'f' : 't'}${strRepr(fields(node.values), isPrintableByEngine)}`;
    default:
      return operatorText(node, level);
  }
}

function operatorText(node: ast.expr, level: number): string {
  switch (node.nodeType) {
    case 'BinOp': {
      const [sign, own] = BINARY[node.op];
      const right = node.op === 'Pow' ? 1 : 0;
      return wrap(`${text(node.left, own + right)} ${sign} ${text(node.right, own + 1 - right)}`, level, own);
    }
    case 'UnaryOp': {
      const [sign, own] = UNARY[node.op];
      return wrap(sign + text(node.operand, own), level, own);
    }
    case 'BoolOp': {
      const own = node.op === 'And' ? Level.AND : Level.OR;
      const words = node.values.map((v) => text(v, own + 1));
      return wrap(words.join(node.op === 'And' ? ' and ' : ' or '), level, own);
    }
    case 'Compare': {
      const rest = node.comparators.map((c, i) => ` ${COMPARE[node.ops[i]!]} ${text(c, Level.CMP + 1)}`);
      return wrap(text(node.left, Level.CMP + 1) + rest.join(''), level, Level.CMP);
    }
    case 'IfExp': {
      const parts = `${text(node.body, Level.TEST + 1)} if ${text(node.test, Level.TEST + 1)}`;
      return wrap(`${parts} else ${text(node.orelse, Level.TEST)}`, level, Level.TEST);
    }
    case 'Lambda':
      return wrap(`${lambdaHead(node.args)}: ${text(node.body, Level.TEST)}`, level, Level.TEST);
    case 'Await':
      return wrap(`await ${text(node.value, Level.ATOM)}`, level, Level.AWAIT);
    default:
      return displayText(node);
  }
}

function displayText(node: ast.expr): string {
  switch (node.nodeType) {
    case 'Dict':
      return `{${node.values.map((v, i) => entry(node.keys[i], v)).join(', ')}}`;
    case 'ListComp':
      return `[${text(node.elt, Level.TEST)}${loops(node.generators)}]`;
    case 'SetComp':
      return `{${text(node.elt, Level.TEST)}${loops(node.generators)}}`;
    case 'GeneratorExp':
      return `(${text(node.elt, Level.TEST)}${loops(node.generators)})`;
    case 'DictComp':
      return `{${text(node.key, Level.TEST)}: ${text(node.value, Level.TEST)}${loops(node.generators)}}`;
    case 'Slice': {
      const part = (n: ast.expr | undefined): string => (n === undefined ? '' : text(n, Level.TEST));
      return `${part(node.lower)}:${part(node.upper)}${node.step === undefined ? '' : `:${part(node.step)}`}`;
    }
    default:
      throw new RangeError(`${node.nodeType} in an annotation`);
  }
}

function entry(key: ast.expr | undefined, value: ast.expr): string {
  return key === undefined ? `**${text(value, Level.EXPR)}` : `${text(key, Level.TEST)}: ${text(value, Level.TEST)}`;
}

function constantText(value: ast.Constant['value']): string {
  if (value.type === 'Ellipsis') return '...';
  // An infinity has no literal, but a number too large does.
  return constantRepr(value, isPrintableByEngine).replace(/\binf\b/g, (word) =>
    value.type === 'str' ? word : '1e309',
  );
}

function attribute(node: ast.Attribute): string {
  const { value } = node;
  const dot = value.nodeType === 'Constant' && value.value.type === 'int' ? ' .' : '.';
  return `${text(value, Level.ATOM)}${dot}${node.attr}`;
}

function callText(node: ast.Call): string {
  const f = text(node.func, Level.ATOM);
  const only = node.args[0];
  if (node.args.length === 1 && node.keywords.length === 0 && only!.nodeType === 'GeneratorExp')
    return f + text(only!, Level.TEST);
  const keywords = node.keywords.map((k) =>
    k.arg === undefined ? `**${text(k.value, Level.EXPR)}` : `${k.arg}=${text(k.value, Level.TEST)}`,
  );
  return `${f}(${[...node.args.map((a) => text(a, Level.TEST)), ...keywords].join(', ')})`;
}

function loops(generators: readonly ast.comprehension[]): string {
  return generators
    .map((g) => {
      const conditions = g.ifs.map((test) => ` if ${text(test, Level.TEST + 1)}`).join('');
      const head = `${g.is_async ? ' async' : ''} for ${text(g.target, Level.TUPLE)}`;
      return `${head} in ${text(g.iter, Level.TEST + 1)}${conditions}`;
    })
    .join('');
}

function lambdaHead(args: ast.arguments): string {
  const positional = [...args.posonlyargs, ...args.args];
  const first = positional.length - args.defaults.length;
  const parts = positional.map((a, i) => {
    const value = i < first ? '' : `=${text(args.defaults[i - first]!, Level.TEST)}`;
    return `${a.arg}${value}`;
  });
  if (args.posonlyargs.length > 0) parts.splice(args.posonlyargs.length, 0, '/');
  if (args.vararg !== undefined) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push('*');
  args.kwonlyargs.forEach((a, i) => {
    const value = args.kw_defaults[i];
    parts.push(value === undefined ? a.arg : `${a.arg}=${text(value, Level.TEST)}`);
  });
  if (args.kwarg !== undefined) parts.push(`**${args.kwarg.arg}`);
  return `lambda${positional.length > 0 ? ' ' : ''}${parts.join(', ')}`;
}

/** What stands between the quotes of an f-string or t-string. */
function fields(values: readonly ast.expr[]): string {
  return values.map(field).join('');
}

function field(node: ast.expr): string {
  if (node.nodeType === 'Constant' && node.value.type === 'str') return node.value.value.replace(/[{}]/g, '$&$&');
  if (node.nodeType === 'JoinedStr') return fields(node.values);
  if (node.nodeType !== 'FormattedValue' && node.nodeType !== 'Interpolation') return text(node, Level.TEST);
  const value = text(node.value, Level.TEST + 1);
  const conversion = node.conversion < 0 ? '' : `!${String.fromCharCode(node.conversion)}`;
  const spec = node.format_spec === undefined ? '' : `:${field(node.format_spec)}`;
  return `{${value.startsWith('{') ? ' ' : ''}${value}${conversion}${spec}}`;
}
