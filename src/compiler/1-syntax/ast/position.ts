// Where a node stands in the source, in CPython's units (CPython: the `attributes` of Parser/Python.asdl).

/** Lines count from 1, columns are UTF-8 byte offsets from 0; the end is exclusive. */
export interface Position {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/** A copy of a node's position alone. */
export function positionOf(node: Position): Position {
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return { lineno, col_offset, end_lineno, end_col_offset };
}

/** From the start of the first node to the end of the last. */
export function spanOf(first: Position, last: Position): Position {
  const { lineno, col_offset } = first;
  const { end_lineno, end_col_offset } = last;
  return { lineno, col_offset, end_lineno, end_col_offset };
}
