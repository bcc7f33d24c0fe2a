// What can be said of an expression's type without running it, for warnings about literals used as something they are not.
// CPython: Python/codegen.c infer_type, check_compare, check_caller, check_subscripter, check_index.
import type * as ast from '../../1-syntax/ast/nodes.ts';

const NODE_TYPES: Readonly<Partial<Record<ast.expr['nodeType'], string>>> = {
  Tuple: 'tuple',
  List: 'list',
  ListComp: 'list',
  Dict: 'dict',
  DictComp: 'dict',
  Set: 'set',
  SetComp: 'set',
  GeneratorExp: 'generator',
  Lambda: 'function',
  JoinedStr: 'str',
  FormattedValue: 'str',
  TemplateStr: 'string.templatelib.Template',
  Interpolation: 'string.templatelib.Interpolation',
};

const CONSTANT_TYPES: Readonly<Record<ast.ConstantValue['type'], string>> = {
  None: 'NoneType',
  Ellipsis: 'ellipsis',
  bool: 'bool',
  int: 'int',
  float: 'float',
  complex: 'complex',
  str: 'str',
  bytes: 'bytes',
  tuple: 'tuple',
  frozenset: 'frozenset',
};

/** The type's name as `tp_name` gives it; `undefined` when only running would tell. */
export function inferType(e: ast.expr): string | undefined {
  return e.nodeType === 'Constant' ? CONSTANT_TYPES[e.value.type] : NODE_TYPES[e.nodeType];
}

/** A literal whose identity means nothing: numbers, strings, tuples of constants; None, True, False and ... are fine. */
function hasNoIdentity(e: ast.expr): boolean {
  if (e.nodeType === 'Tuple') return e.elts.every((item) => item.nodeType === 'Constant');
  if (e.nodeType !== 'Constant') return false;
  const { type } = e.value;
  return type !== 'None' && type !== 'bool' && type !== 'Ellipsis';
}

/** Text of the warning for `x is 1`. */
export function compareWarning(e: ast.Compare): string | undefined {
  let left = e.left;
  for (const [index, right] of e.comparators.entries()) {
    const op = e.ops[index];
    if (op === 'Is' || op === 'IsNot') {
      const literal = [left, right].find(hasNoIdentity);
      if (literal !== undefined) {
        const [used, meant] = op === 'Is' ? ['is', '=='] : ['is not', '!='];
        return `"${used}" with '${inferType(literal)}' literal. Did you mean "${meant}"?`;
      }
    }
    left = right;
  }
  return undefined;
}

export function callWarning(func: ast.expr): string | undefined {
  const type = func.nodeType === 'Lambda' ? undefined : inferType(func);
  return type && `'${type}' object is not callable; perhaps you missed a comma?`;
}

const UNSUBSCRIPTABLE: ReadonlySet<ast.expr['nodeType']> = new Set([
  'Set',
  'SetComp',
  'GeneratorExp',
  'Lambda',
  'TemplateStr',
  'Interpolation',
]);
const UNSUBSCRIPTABLE_CONSTANTS: ReadonlySet<ast.ConstantValue['type']> = new Set([
  'None',
  'Ellipsis',
  'bool',
  'int',
  'float',
  'complex',
  'frozenset',
]);
const SEQUENCES: ReadonlySet<ast.expr['nodeType']> = new Set([
  'Tuple',
  'List',
  'ListComp',
  'JoinedStr',
  'FormattedValue',
]);

/** Texts of the warnings for `1[2]` and `'a'['b']`. */
export function subscriptWarning(value: ast.expr, index: ast.expr): string | undefined {
  const isConstant = value.nodeType === 'Constant';
  const lacksItems = isConstant ? UNSUBSCRIPTABLE_CONSTANTS.has(value.value.type) : UNSUBSCRIPTABLE.has(value.nodeType);
  if (lacksItems) return `'${inferType(value)}' object is not subscriptable; perhaps you missed a comma?`;
  if (!isConstant && !SEQUENCES.has(value.nodeType)) return undefined;
  const indexType = inferType(index);
  if (indexType === undefined || indexType === 'int' || indexType === 'bool') return undefined;
  return `${inferType(value)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`;
}
