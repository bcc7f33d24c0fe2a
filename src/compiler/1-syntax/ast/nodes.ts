// The syntax tree: one interface and one constructor function for each node class of Python 3.14's `ast` module.
// Import as `import * as ast from '.../ast/nodes.ts'`; `ast.BinOp` is both the type and the constructor. Constructors give
// every node of a class the same property order, so that the engine sees one shape a class.
export * from './constant.ts';
export * from './generated/nodes.ts';
export * from './position.ts';
