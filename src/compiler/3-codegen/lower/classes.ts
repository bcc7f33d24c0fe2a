// class statements: the body is a function over its namespace, run by `buildClass`. CPython: Python/codegen.c (codegen_class)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { Body } from '../body.ts';
import { cleanDocstring } from '../docstring.ts';
import { stringLiteral, variableName } from '../javascript.ts';
import { annotateNamespace } from './annotations.ts';
import { assignName } from './assignment.ts';
import { elementTexts, expression } from './expressions.ts';
import { lineEvent, returnText } from './frames.ts';
import { CLASS_CELL, cellText, writeFunction } from './functions.ts';
import { statements } from './statements.ts';
import { typeParameterNames, withTypeParameters } from './type-parameters.ts';

export function lowerClassDef(b: Body, node: ast.ClassDef): void {
  const decorators = b
    .inOrder(node.decorator_list, (d) => expression(b, d))
    .map((text) => {
      const temp = b.temp();
      b.emit(`${temp}=${text};`);
      return temp;
    });
  let value = withTypeParameters(b, node, (inner) => buildClass(inner, node));
  for (let i = decorators.length - 1; i >= 0; i--) {
    const temp = b.temp();
    b.emit(`${temp}=${value};`);
    value = `(${b.at(node.decorator_list[i]!)},${b.rt('call')}(${decorators[i]},${temp}))`;
  }
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  const target: ast.Name = {
    nodeType: 'Name',
    id: node.name,
    ctx: 'Store',
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
  b.emit(assignName(b, target, value));
}

function buildClass(b: Body, node: ast.ClassDef): string {
  const bases = elementTexts(b, node.bases);
  if (node.type_params.length > 0) bases.push('$generic');
  const mark = b.out.length;
  const keywords = b.inOrder(node.keywords, (k) => {
    const value = expression(b, k.value);
    return k.arg === undefined ? value : `[${stringLiteral(k.arg)},${value}]`;
  });
  if (b.out.length > mark) b.spill(bases, mark);
  const body = classBody(b, node);
  const extra = keywords.length > 0 ? `,[${keywords.join(',')}]` : '';
  const entry = classEntry(b, node);
  const built = `${b.rt('buildClass')}(${body},${stringLiteral(node.name)},[${bases.join(',')}],${entry}${extra})`;
  return `(${b.at(node)},${b.enclose(built)})`;
}

/**
 * The JS function that is the class: its own text at each class statement, so that the engine keeps separate type feedback for each class's
 * construction and can inline it. `plain` says that `__new__` and `__call__` are the default ones.
 */
function classEntry(b: Body, node: ast.ClassDef): string {
  const name = `${variableName(node.name)}$class`;
  return (
    `function ${name}(a,b,c,d,e,f,g){if(${name}.plain!==true||g!==undefined)return ${b.rt('construct')}(${name},arguments);` +
    `const $o=new ${name}.Instance();` +
    `if($o.m$__init__($o,a,b,c,d,e,f)!==${b.rt('None')})${b.rt('initReturned')}($o);return $o;}`
  );
}

function classBody(b: Body, node: ast.ClassDef): string {
  const scope = b.unit.analysis.scopeOf(node);
  const code = b.unit.addCode(scope, b.code, 0);
  const inner = new Body(b.unit, scope, code, b);
  const { None } = { None: b.rt('None') };
  return writeFunction(inner, {
    name: variableName(node.name),
    parameters: ['$ns'],
    write: () => {
      if (scope.needsClassCell) inner.declared.add('__class__').add(CLASS_CELL);
      if (scope.needsClassDict) inner.emit(`let __classdict__=$ns;`);
      if (scope.hasConditionalAnnotations) inner.emit(`let __conditional_annotations__=${inner.rt('set')}([]);`);
      inner.emit(`${inner.rt('storeName')}($ns,"__module__",${inner.rt('loadGlobal')}($G,"__name__"));`);
      inner.emit(`${inner.rt('storeName')}($ns,"__qualname__",${stringLiteral(scope.qualname)});`);
      if (node.type_params.length > 0)
        inner.emit(`${inner.rt('storeName')}($ns,"__type_params__",${typeParameterNames(inner, node)});`);
      inner.emit(`${inner.rt('storeName')}($ns,"__firstlineno__",${scope.firstLineno});`);
      const doc = scope.hasDocstring ? 1 : 0;
      if (doc === 1 && b.unit.options.optimize < 2) {
        const value = ((node.body[0] as ast.Expr).value as ast.Constant).value;
        if (inner.isTraced) inner.emit(lineEvent(inner, node.body[0]!));
        inner.emit(`${inner.rt('storeName')}($ns,"__doc__",${inner.unit.constant(cleanDocstring(value))});`);
      }
      annotateNamespace(inner, node);
      statements(inner, node.body.slice(doc));
      const cell = cellText(inner, '__class__', CLASS_CELL);
      inner.emit(
        `${inner.rt('finishClassBody')}($ns,${scope.needsClassCell ? cell : 'undefined'},${JSON.stringify(staticAttributes(node))});`,
      );
      inner.emit(returnText(inner, None));
    },
  });
}

/** `__static_attributes__`: names assigned through `self` in the class's methods. */
function staticAttributes(node: ast.ClassDef): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, self: string | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, self);
      return;
    }
    if (typeof value !== 'object' || value === null || !('nodeType' in value)) return;
    const child = value as ast.expr | ast.stmt;
    if (child.nodeType === 'ClassDef') return;
    if (child.nodeType === 'FunctionDef' || child.nodeType === 'AsyncFunctionDef') {
      const first = child.args.posonlyargs[0] ?? child.args.args[0];
      for (const part of child.body) visit(part, self ?? first?.arg ?? '');
      return;
    }
    if (
      child.nodeType === 'Attribute' &&
      child.ctx === 'Store' &&
      child.value.nodeType === 'Name' &&
      child.value.id === self
    )
      found.add(child.attr);
    for (const field of Object.values(child)) visit(field, self);
  };
  for (const part of node.body) visit(part, undefined);
  return [...found];
}
