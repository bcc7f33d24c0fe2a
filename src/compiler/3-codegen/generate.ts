// Tree and scopes in, code unit out. CPython: Python/compile.c, Python/codegen.c
import type { CodeUnit } from '../../contract/unit.ts';
import type * as ast from '../1-syntax/ast/nodes.ts';
import type { Analysis } from '../2-analysis/analyze.ts';
import { Body } from './body.ts';
import { cleanDocstring } from './docstring.ts';
import { annotateNamespace } from './lower/annotations.ts';
import { expression } from './lower/expressions.ts';
import { lineEvent, returnText } from './lower/frames.ts';
import { writeFunction } from './lower/functions.ts';
import { statements } from './lower/statements.ts';
import { isSuspending, writeMachine } from './resumable/function.ts';
import { type GenerateOptions, UnitBuilder } from './unit-builder.ts';

/** Emits a module, an interactive statement or an expression. */
export function generate(tree: ast.mod, analysis: Analysis, options: GenerateOptions): CodeUnit {
  const unit = new UnitBuilder(analysis, options, tree.nodeType === 'Interactive');
  const scope = analysis.top;
  const code = unit.addCode(scope, undefined, scope.codeFlags);
  const b = new Body(unit, scope, code, undefined);
  const own = b.hasNamespace();
  if (!isSuspending(scope.codeFlags)) {
    return unit.finish(
      writeFunction(b, { name: 'module', parameters: own ? ['$ns'] : [], write: () => writeTop(b, tree) }),
    );
  }
  const make = writeMachine(b, 'module', own ? ['ns$'] : [], (m) => {
    if (own) m.prelude = 'const $ns=this.ns$;';
    writeTop(b, tree);
  });
  return unit.finish(`$ns=>${make(own ? ['$ns'] : [])}`);
}

function writeTop(b: Body, tree: ast.mod): void {
  if (tree.nodeType === 'Expression') {
    b.emit(returnText(b, expression(b, tree.body)));
    return;
  }
  if (tree.nodeType === 'FunctionType') throw new Error('a function type is not executable');
  let { body } = tree;
  if (tree.nodeType === 'Module' && b.scope.hasDocstring) {
    const value = ((body[0] as ast.Expr).value as ast.Constant).value;
    if (b.isTraced) b.emit(lineEvent(b, body[0]!));
    if (b.unit.options.optimize < 2)
      b.emit(
        `${b.hasNamespace() ? `${b.rt('storeName')}($ns` : `${b.rt('storeGlobal')}($G`},"__doc__",${b.unit.constant(cleanDocstring(value))});`,
      );
    body = body.slice(1);
  }
  annotateNamespace(b, tree);
  statements(b, body);
  if (b.machine === undefined) b.emit(returnText(b, b.rt('None')));
}
