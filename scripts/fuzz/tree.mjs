// What the generator makes and the shrinker cuts: trees whose parts are text, expressions or blocks of statements.

/** An expression: text with sub-expressions in between. */
export function expr(...parts) {
  return { sort: 'expr', parts };
}

/** A statement: a head (text and expressions) and, for compound ones, blocks each opened by its own line. */
export function stmt(parts, blocks = []) {
  return { sort: 'stmt', parts, blocks };
}

export function renderExpr(node) {
  return node.parts.map((part) => (typeof part === 'string' ? part : renderExpr(part))).join('');
}

export function renderBlock(statements, indent) {
  if (statements.length === 0) return `${indent}pass\n`;
  return statements.map((statement) => renderStatement(statement, indent)).join('');
}

function renderStatement({ parts, blocks }, indent) {
  const head = parts.length > 0 ? `${indent}${renderExpr({ parts })}\n` : '';
  return (
    head +
    blocks
      .map(
        ({ head: line, body }) =>
          (line ? `${indent}${renderExpr({ parts: line })}\n` : '') + renderBlock(body, `${indent}    `),
      )
      .join('')
  );
}

/** Every tree that has one thing less: a statement gone or replaced by its block, an expression by a part or a constant. */
export function* smaller(statements) {
  for (let index = 0; index < statements.length; index++) {
    const without = [...statements.slice(0, index), ...statements.slice(index + 1)];
    yield without;
    const statement = statements[index];
    const put = (...replacement) => [...statements.slice(0, index), ...replacement, ...statements.slice(index + 1)];
    for (const block of statement.blocks) yield put(...block.body);
    for (const parts of smallerParts(statement.parts)) yield put({ ...statement, parts });
    for (let at = 0; at < statement.blocks.length; at++) {
      const replaceBlock = (block) =>
        put({ ...statement, blocks: statement.blocks.map((old, i) => (i === at ? block : old)) });
      const block = statement.blocks[at];
      for (const body of smaller(block.body)) yield replaceBlock({ ...block, body });
      for (const head of smallerParts(block.head ?? [])) yield replaceBlock({ ...block, head });
    }
  }
}

function* smallerParts(parts) {
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (typeof part === 'string') continue;
    const put = (replacement) => [...parts.slice(0, index), replacement, ...parts.slice(index + 1)];
    for (const inner of part.parts) if (typeof inner !== 'string') yield put(inner);
    if (renderExpr(part).length > 2) for (const constant of ['0', "''", '[]']) yield put(expr(constant));
    for (const inner of smallerParts(part.parts)) yield put({ ...part, parts: inner });
  }
}
