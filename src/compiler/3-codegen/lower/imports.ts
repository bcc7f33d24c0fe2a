// import statements. CPython: Python/codegen.c (codegen_import, codegen_from_import)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { stringLiteral } from '../javascript.ts';
import { storeName } from './names.ts';

export function lowerImport(b: Body, node: ast.Import): void {
  for (const { name, asname } of node.names) {
    b.noteName(name);
    const module = `(${b.at(node)},${b.rt('importName')}($G,${stringLiteral(name)},${b.rt('None')},0))`;
    const dot = name.indexOf('.');
    if (asname === undefined) {
      b.emit(storeName(b, dot < 0 ? name : name.slice(0, dot), module, node));
      continue;
    }
    let value = module;
    for (const part of name.split('.').slice(1)) value = `${b.rt('importFrom')}(${value},${stringLiteral(part)})`;
    b.emit(storeName(b, asname, value, node));
  }
}

export function lowerImportFrom(b: Body, node: ast.ImportFrom): void {
  const names = node.names.map((n) => stringLiteral(n.name));
  const from = `${b.rt('tuple')}([${names.join(',')}])`;
  const module = b.temp();
  b.noteName(node.module ?? '');
  const name = stringLiteral(node.module ?? '');
  b.emit(`${module}=(${b.at(node)},${b.rt('importName')}($G,${name},${from},${node.level ?? 0}));`);
  for (const each of node.names) {
    if (each.name !== '*') b.noteName(each.name);
    if (each.name === '*') {
      b.emit(`${b.at(node)};${b.rt('importStar')}(${module},${b.hasNamespace() ? '$ns,true' : '$G'});`);
      continue;
    }
    const value = `(${b.at(node)},${b.rt('importFrom')}(${module},${stringLiteral(each.name)}))`;
    b.emit(storeName(b, each.asname ?? each.name, value, node));
  }
}
