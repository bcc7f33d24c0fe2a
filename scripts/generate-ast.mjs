// Generates src/compiler/1-syntax/ast/generated/{nodes,table}.ts from the description below: Python 3.14's node set, one
// class a line, `Class(type field, ...)`. `*` is a list, `?` optional, `?*` a list with holes; a group marked `@` has positions.
//   node scripts/generate-ast.mjs            writes both files
//   node scripts/generate-ast.mjs --fields   prints `class base fields` lines, to compare with an `ast` module
import { mkdirSync, writeFileSync } from 'node:fs';

const DESCRIPTION = `
mod:
  Module(stmt* body, type_ignore* type_ignores)
  Interactive(stmt* body)
  Expression(expr body)
  FunctionType(expr* argtypes, expr returns)
stmt@:
  FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
  AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
  ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
  Return(expr? value)
  Delete(expr* targets)
  Assign(expr* targets, expr value, string? type_comment)
  TypeAlias(expr name, type_param* type_params, expr value)
  AugAssign(expr target, operator op, expr value)
  AnnAssign(expr target, expr annotation, expr? value, int simple)
  For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  While(expr test, stmt* body, stmt* orelse)
  If(expr test, stmt* body, stmt* orelse)
  With(withitem* items, stmt* body, string? type_comment)
  AsyncWith(withitem* items, stmt* body, string? type_comment)
  Match(expr subject, match_case* cases)
  Raise(expr? exc, expr? cause)
  Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  Assert(expr test, expr? msg)
  Import(alias* names)
  ImportFrom(identifier? module, alias* names, int? level)
  Global(identifier* names)
  Nonlocal(identifier* names)
  Expr(expr value)
  Pass
  Break
  Continue
expr@:
  BoolOp(boolop op, expr* values)
  NamedExpr(expr target, expr value)
  BinOp(expr left, operator op, expr right)
  UnaryOp(unaryop op, expr operand)
  Lambda(arguments args, expr body)
  IfExp(expr test, expr body, expr orelse)
  Dict(expr?* keys, expr* values)
  Set(expr* elts)
  ListComp(expr elt, comprehension* generators)
  SetComp(expr elt, comprehension* generators)
  DictComp(expr key, expr value, comprehension* generators)
  GeneratorExp(expr elt, comprehension* generators)
  Await(expr value)
  Yield(expr? value)
  YieldFrom(expr value)
  Compare(expr left, cmpop* ops, expr* comparators)
  Call(expr func, expr* args, keyword* keywords)
  FormattedValue(expr value, int conversion, expr? format_spec)
  Interpolation(expr value, constant str, int conversion, expr? format_spec)
  JoinedStr(expr* values)
  TemplateStr(expr* values)
  Constant(constant value, string? kind)
  Attribute(expr value, identifier attr, expr_context ctx)
  Subscript(expr value, expr slice, expr_context ctx)
  Starred(expr value, expr_context ctx)
  Name(identifier id, expr_context ctx)
  List(expr* elts, expr_context ctx)
  Tuple(expr* elts, expr_context ctx)
  Slice(expr? lower, expr? upper, expr? step)
expr_context=
  Load Store Del
boolop=
  And Or
operator=
  Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv
unaryop=
  Invert Not UAdd USub
cmpop=
  Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn
:
  comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler@:
  ExceptHandler(expr? type, identifier? name, stmt* body)
:
  arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults)
@:
  arg(identifier arg, expr? annotation, string? type_comment)
  keyword(identifier? arg, expr value)
  alias(identifier name, identifier? asname)
:
  withitem(expr context_expr, expr? optional_vars)
  match_case(pattern pattern, expr? guard, stmt* body)
pattern@:
  MatchValue(expr value)
  MatchSingleton(constant value)
  MatchSequence(pattern* patterns)
  MatchMapping(expr* keys, pattern* patterns, identifier? rest)
  MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
  MatchStar(identifier? name)
  MatchAs(pattern? pattern, identifier? name)
  MatchOr(pattern* patterns)
type_ignore:
  TypeIgnore(int lineno, string tag)
type_param@:
  TypeVar(identifier name, expr? bound, expr? default_value)
  ParamSpec(identifier name, expr? default_value)
  TypeVarTuple(identifier name, expr? default_value)
`;

const SCALARS = { identifier: 'string', string: 'string', int: 'number', constant: 'ConstantValue' };
/** Names JavaScript reserves in strict code get an underscore inside the file and their own name outside. */
const RESERVED = new Set(['arguments']);
const JS_KEYWORDS = new Set(['arguments', 'op', 'default']);

const classes = readDescription();

if (process.argv.includes('--fields')) {
  for (const c of classes) {
    console.log([c.name, c.base, c.attributes ? 'positions' : '-', ...c.fields.map((f) => f.name)].join(' '));
  }
} else {
  const folder = new URL('../src/compiler/1-syntax/ast/generated/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('nodes.ts', folder), printNodes());
  writeFileSync(new URL('table.ts', folder), printTable());
}

/** Classes in declaration order: { name, base ('AST' for sums and products), fields, attributes, kind }. */
function readDescription() {
  const result = [];
  let group;
  for (const line of DESCRIPTION.split('\n')) {
    const header = /^(\w*)(@?)([:=])$/.exec(line);
    if (header) {
      group = { base: header[1], attributes: header[2] === '@', isEnum: header[3] === '=' };
      if (group.base) {
        result.push({
          name: group.base,
          base: 'AST',
          fields: [],
          attributes: group.attributes,
          kind: group.isEnum ? 'enum' : 'sum',
        });
      }
    } else if (line.trim()) {
      for (const text of group.isEnum ? line.trim().split(' ') : [line.trim()]) result.push(readClass(text, group));
    }
  }
  return result;
}

function readClass(text, group) {
  const [, name, list = ''] = /^(\w+)(?:\((.*)\))?$/.exec(text);
  const fields = list
    .split(', ')
    .filter(Boolean)
    .map((field) => {
      const [, type, quantifier, fieldName] = /^(\w+)(\??\*?) (\w+)$/.exec(field);
      return { type, quantifier, name: fieldName };
    });
  return {
    name,
    base: group.base || 'AST',
    fields,
    attributes: group.attributes,
    kind: group.isEnum ? 'constant' : 'node',
  };
}

function localName(name) {
  return RESERVED.has(name) ? `${name}_` : name;
}

function fieldType({ type, quantifier }) {
  const element = SCALARS[type] ?? localName(type);
  if (quantifier === '*') return `${element}[]`;
  if (quantifier === '?*') return `(${element} | undefined)[]`;
  return quantifier === '?' ? `${element} | undefined` : element;
}

function printNodes() {
  const out = [
    '// Generated by scripts/generate-ast.mjs: do not edit. The node types of Python 3.14 (CPython: Parser/Python.asdl).',
    "import type { ConstantValue } from '../constant.ts';",
    "import type { Position } from '../position.ts';",
    '',
  ];
  for (const c of classes) {
    if (c.kind === 'sum' || c.kind === 'enum') {
      const members = classes.filter((m) => m.base === c.name).map((m) => (c.kind === 'enum' ? `'${m.name}'` : m.name));
      out.push(`export type ${c.name} =`, ...members.map((m) => `  | ${m}`), '');
      out[out.length - 2] += ';';
    } else if (c.kind === 'node') out.push(...printNode(c));
  }
  out.push(`export { ${[...RESERVED].map((name) => `${name}_ as ${name}`).join(', ')} };`, '');
  const nodes = classes.filter((c) => c.kind === 'node');
  out.push('/** Every node. */', 'export type AST =', ...nodes.map((c) => `  | ${localName(c.name)}`), '');
  out[out.length - 2] += ';';
  return out.join('\n');
}

function printNode(c) {
  const name = localName(c.name);
  const exported = name === c.name ? 'export ' : '';
  const parameters = c.fields.map((f) => `${argumentName(f.name)}: ${fieldType(f)}`);
  if (c.attributes) parameters.push('pos: Position');
  const properties = c.fields.map((f) =>
    argumentName(f.name) === f.name ? f.name : `${f.name}: ${argumentName(f.name)}`,
  );
  if (c.attributes) {
    for (const p of ['lineno', 'col_offset', 'end_lineno', 'end_col_offset']) properties.push(`${p}: pos.${p}`);
  }
  return [
    `${exported}interface ${name}${c.attributes ? ' extends Position' : ''} {`,
    `  nodeType: '${c.name}';`,
    ...c.fields.map((f) => `  ${f.name}: ${fieldType(f)};`),
    '}',
    '',
    `${exported}function ${name}(${parameters.join(', ')}): ${name} {`,
    `  return { ${[`nodeType: '${c.name}'`, ...properties].join(', ')} };`,
    '}',
    '',
  ];
}

function argumentName(name) {
  return JS_KEYWORDS.has(name) ? `${name}_` : name;
}

function printTable() {
  const rows = classes.map((c) => {
    const fields = c.fields.map((f) => `{ name: '${f.name}', type: '${f.type}', quantifier: '${f.quantifier}' }`);
    return `  { name: '${c.name}', base: '${c.base}', kind: '${c.kind}', attributes: ${c.attributes}, doc: ${JSON.stringify(doc(c))}, fields: [${fields.join(', ')}] },`;
  });
  return [
    '// Generated by scripts/generate-ast.mjs: do not edit. What each class of the `ast` module declares, in declaration order.',
    "import type { NodeClass } from '../node-class.ts';",
    '',
    'export const NODE_CLASSES: readonly NodeClass[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

/** The class's docstring: its own declaration, or for a sum all alternatives. */
function doc(c) {
  if (c.kind !== 'sum' && c.kind !== 'enum') return declaration(c);
  const separator = c.kind === 'enum' ? ' | ' : `\n${' '.repeat(c.name.length)} | `;
  return `${c.name} = ${classes
    .filter((m) => m.base === c.name)
    .map(declaration)
    .join(separator)}`;
}

function declaration(c) {
  const fields = c.fields.map((f) => `${f.type}${f.quantifier} ${f.name}`).join(', ');
  return fields ? `${c.name}(${fields})` : c.name;
}
