// `'%s: %-5r' % (a, b)` as the f-string that gives the same text. CPython: Python/ast_preprocess.c optimize_format.
import * as ast from '../1-syntax/ast/nodes.ts';

/** The pieces of a format have no place of their own in the source. */
const NOWHERE: ast.Position = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

/** `%` flags (all but "-" change nothing here), width and precision of at most two digits, and a conversion. */
const CONVERSION = /^%([-+ #0]*)(\d{1,2}(?!\d))?(?:\.(\d{1,2}(?!\d))?)?([sra])/;

/** The JoinedStr for a `%` operation, or undefined when the format is too clever or the items do not fit it. */
export function formatToJoinedStr(node: ast.BinOp): ast.expr | undefined {
  const { left, right } = node;
  if (left.nodeType !== 'Constant' || left.value.type !== 'str' || right.nodeType !== 'Tuple') return undefined;
  if (right.elts.some((item) => item.nodeType === 'Starred')) return undefined;
  const pieces = splitFormat(left.value, right.elts);
  return pieces === undefined ? undefined : ast.JoinedStr(pieces, node);
}

function splitFormat(format: ast.StrConstant, items: readonly ast.expr[]): ast.expr[] | undefined {
  const text = format.value;
  const pieces: ast.expr[] = [];
  let used = 0;
  for (let at = 0; at < text.length; ) {
    const end = literalEnd(text, at);
    if (end > at) pieces.push(literal(format, at, end));
    if (end >= text.length) break;
    const match = CONVERSION.exec(text.slice(end));
    const item = items[used++];
    if (match === null || item === undefined) return undefined;
    pieces.push(formattedValue(item, match));
    at = end + match[0].length;
  }
  return used === items.length ? pieces : undefined;
}

/** Where the text from `at` on meets a `%` that is not doubled. */
function literalEnd(text: string, at: number): number {
  while (at < text.length) {
    if (text[at] !== '%') at++;
    else if (text[at + 1] === '%') at += 2;
    else break;
  }
  return at;
}

function literal(format: ast.StrConstant, from: number, to: number): ast.expr {
  const value = format.value.slice(from, to).replaceAll('%%', '%');
  if (!/[\ud800-\udfff]/.test(value)) return ast.Constant({ type: 'str', value }, undefined, NOWHERE);
  const codePoints = undouble(sliceCodePoints(format.codePoints!, from, to));
  return ast.Constant({ type: 'str', value, codePoints }, undefined, NOWHERE);
}

/** The code points between two UTF-16 offsets. */
function sliceCodePoints(codePoints: readonly number[], from: number, to: number): number[] {
  let offset = 0;
  return codePoints.filter((point) => {
    const start = offset;
    offset += point > 0xffff ? 2 : 1;
    return start >= from && start < to;
  });
}

/** Takes every second "%" out: in a literal they come in pairs. */
function undouble(codePoints: readonly number[]): number[] {
  let percents = 0;
  return codePoints.filter((point) => point !== 37 || percents++ % 2 === 0);
}

function formattedValue(item: ast.expr, match: RegExpExecArray): ast.expr {
  const [whole, flags, width, precision, conversion] = match as unknown as (string | undefined)[];
  const isLeft = flags!.includes('-');
  let spec = '';
  if (width !== undefined) spec = (!isLeft && Number(width) > 0 ? '>' : '') + Number(width);
  if (whole!.includes('.')) spec += `.${Number(precision ?? 0)}`;
  const specNode = spec === '' ? undefined : ast.Constant({ type: 'str', value: spec }, undefined, NOWHERE);
  return ast.FormattedValue(item, conversion!.charCodeAt(0), specNode, item);
}
