// Actions of the error grammar that look before they reject, or reject in valid-looking alternatives. Captures come in
// the order the alternative names them. CPython: Parser/action_helpers.c, pegen.h (functions named at each).
import { literalPiece } from '../tokenizer/literals.ts';
import { T, type Token } from '../tokenizer/token.ts';
import { expressionName, invalidTarget, Node, type TargetKind } from './nodes.ts';
import { failAt, failBeforeEnd, failFrom, failHere } from './raise.ts';
import type { Recognizer } from './recognizer.ts';

type Special = (r: Recognizer, captures: readonly Node[], start: number) => Node | undefined;

function failNodes(r: Recognizer, first: Node, last: Node, message: string): never {
  return failAt(r, r.tokens[first.start]!, r.tokens[last.end]!, message);
}

/** Two expressions side by side inside brackets. CPython: _PyPegen_raise_error_for_missing_comma. */
function missingComma(r: Recognizer, [a, b]: readonly Node[]): undefined {
  if (isLegacyName(r, a!) || r.tokens[r.mark - 1]!.level === 0) return undefined;
  failNodes(r, a!, b!, 'invalid syntax. Perhaps you forgot a comma?');
}

function legacyCall(r: Recognizer, [a, b]: readonly Node[]): undefined {
  if (!isLegacyName(r, a!)) return undefined;
  const name = r.tokens[a!.start]!.string;
  failNodes(r, a!, b!, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
}

/** CPython: _PyPegen_check_legacy_stmt. */
function isLegacyName(r: Recognizer, node: Node): boolean {
  if (node.kind !== 'Name') return false;
  const { string } = r.tokens[node.start]!;
  return string === 'print' || string === 'exec';
}

/** `f(x for x in y, z)`: captures the element and its `for` clauses. */
function bareGenerator(r: Recognizer, [element, clauses]: readonly Node[]): undefined {
  failNodes(r, element!, lastClauseItem(clauses!), 'Generator expression must be parenthesized');
}

/** `f(a, x for x in y)`. CPython: _PyPegen_nonparen_genexp_in_call. */
function bareGeneratorAfterArguments(r: Recognizer, [args, clauses]: readonly Node[]): undefined {
  const positional = args!.items.filter((item) => item.kind !== 'keyword');
  if (positional.length <= 1) return undefined;
  const element = positional[positional.length - 1]!;
  failNodes(r, element, lastClauseItem(clauses!), 'Generator expression must be parenthesized');
}

/** CPython: _PyPegen_get_last_comprehension_item. */
function lastClauseItem(clauses: Node): Node {
  const clause = clauses.items[clauses.items.length - 1]!;
  return clause.items[clause.items.length - 1]!;
}

/** CPython: _PyPegen_arguments_parsing_error. */
function argumentOrder(r: Recognizer, [args]: readonly Node[]): undefined {
  const unpacking = args!.items.some((item) => item.kind === 'keyword' && r.tokens[item.start]!.type === T.DOUBLESTAR);
  const after = unpacking ? 'keyword argument unpacking' : 'keyword argument';
  failHere(r, 'SyntaxError', `positional argument follows ${after}`);
}

/** CPython: RAISE_SYNTAX_ERROR_INVALID_TARGET. */
function rejectTarget(kind: TargetKind): Special {
  return (r, [target]) => {
    const invalid = invalidTarget(target!, kind, r.tokens);
    if (invalid === undefined) return undefined;
    const verb = kind === 'delete' ? 'delete' : 'assign to';
    return failNodes(r, invalid, invalid, `cannot ${verb} ${expressionName(invalid)}`);
  };
}

function missingColon(r: Recognizer, [key]: readonly Node[]): undefined {
  const first = r.tokens[key!.start]!;
  failBeforeEnd(r, first, r.tokens[key!.end]!, "':' expected after dictionary key");
}

/** `<>` must be written without a space to be taken for the old operator. */
function oldNotEqual(r: Recognizer, [less, greater]: readonly Node[]): undefined {
  const first = r.tokens[less!.start]!;
  const second = r.tokens[greater!.start]!;
  if (first.end !== second.start) return undefined;
  failAt(r, first, second, "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
}

/** CPython: _PyPegen_check_barry_as_flufl. */
function notEqual(r: Recognizer, [operator]: readonly Node[]): Node | undefined {
  const { string } = r.tokens[operator!.start]!;
  if (!r.barryAsFlufl) return string === '!=' ? operator : undefined;
  if (string === '<>') return operator;
  failHere(r, 'SyntaxError', "with Barry as BDFL, use '<>' instead of '!='");
}

/** CPython: _PyPegen_concatenate_strings. */
function concatenate(r: Recognizer, [strings]: readonly Node[], start: number): Node {
  const isBytes = (node: Node): boolean => /^r?b/i.test(r.tokens[node.start]!.string);
  const { items } = strings!;
  const bytes = items.filter((item) => item.kind === '' && isBytes(item)).length;
  if (bytes > 0 && bytes < items.length) failHere(r, 'SyntaxError', 'cannot mix bytes and nonbytes literals');
  const kind = items.some((item) => item.kind === 'JoinedStr') ? 'JoinedStr' : 'Constant';
  return new Node(kind, start, r.mark - 1, []);
}

/** The literal text of an f- or t-string must be decodable. CPython: _PyPegen_joined_str. */
function decodeLiteral(kind: 'JoinedStr' | 'TemplateStr'): Special {
  return (r, captures, start) => {
    const [opening, pieces, closing] = captures;
    const raw = isRaw(r.tokens[opening!.start]!);
    for (const piece of pieces!.items) {
      const token = r.tokens[piece.start]!;
      const isText = token.type === T.FSTRING_MIDDLE || token.type === T.TSTRING_MIDDLE;
      if (isText) r.decode(() => literalPiece(token, raw, r.tokens[closing!.start]!, r.literals));
    }
    return new Node(kind, start, r.mark - 1, []);
  };
}

/**
 * Text of a format spec. What cannot be decoded is not a SyntaxError there, so it is left to the parser. Whether it is
 * raw CPython asks the lexer, which by the second pass has long left the literal.
 */
function specText(r: Recognizer, [text]: readonly Node[]): Node | undefined {
  const token = r.tokens[text!.start]!;
  const around = enclosingStart(r, r.fill - 1);
  const raw = around !== undefined && isRaw(around);
  if (!/\\[xuUN]/.test(token.string)) literalPiece(token, raw, token, r.literals);
  return text;
}

/** CPython: _PyPegen_check_fstring_conversion. */
function conversion(r: Recognizer, [mark, name]: readonly Node[], start: number): Node {
  const bang = r.tokens[mark!.start]!;
  const letter = r.tokens[name!.start]!;
  const kind = enclosingStart(r, mark!.start)?.type === T.TSTRING_START ? 't-string' : 'f-string';
  if (bang.lineno !== letter.lineno || bang.endCol !== letter.col) {
    failAt(r, bang, letter, `${kind}: conversion type must come right after the exclamation mark`);
  }
  if (!['s', 'r', 'a'].includes(letter.string)) {
    const wording = `${kind}: invalid conversion character '${letter.string}': expected 's', 'r', or 'a'`;
    failAt(r, letter, letter, wording);
  }
  return new Node('', start, r.mark - 1, []);
}

/** The START token of the innermost f- or t-string that is open after a token. */
function enclosingStart(r: Recognizer, index: number): Token | undefined {
  let depth = 0;
  for (let i = index; i >= 0; i--) {
    const { type } = r.tokens[i]!;
    if (type === T.FSTRING_END || type === T.TSTRING_END) depth++;
    else if ((type === T.FSTRING_START || type === T.TSTRING_START) && depth-- === 0) return r.tokens[i]!;
  }
  return undefined;
}

function isRaw(start: Token): boolean {
  return /r/i.test(start.string);
}

/** CPython: _PyPegen_ensure_real, _PyPegen_ensure_imaginary. */
function requireNumber(imaginary: boolean): Special {
  return (r, [number]) => {
    if (/j$/i.test(r.tokens[number!.start]!.string) === imaginary) return number;
    const what = imaginary ? 'imaginary' : 'real';
    return failNodes(r, number!, number!, `${what} number required in complex literal`);
  };
}

/** `[*T: int]`: says constraints for a tuple, bound for anything else. */
function rejectBound(kind: string): Special {
  return (r, [colon, bound]) => {
    const what = bound!.kind === 'Tuple' ? 'constraints' : 'bound';
    return failFrom(r, r.tokens[colon!.start]!, `cannot use ${what} with ${kind}`);
  };
}

/** Remembers where the last complete compound statement began. CPython: _PyPegen_register_stmts. */
function register(r: Recognizer, [statement]: readonly Node[]): Node {
  const { lineno, col } = r.tokens[statement!.start]!;
  // A `def` is a dummy without a place by now: the second pass matches it with its error rule.
  if (r.callInvalidRules && statement!.kind !== 'def' && r.lastStatementLine <= lineno) {
    r.lastStatementLine = lineno;
    r.lastStatementCol = r.stream.source.byteColumn(lineno, col);
  }
  return statement!;
}

/** Nothing at all is not a statement. CPython: _PyPegen_interactive_exit. */
function endOfInput(): undefined {
  return undefined;
}

export const SPECIAL_ACTIONS: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['missingComma', missingComma],
  ['legacyCall', legacyCall],
  ['bareGenerator', bareGenerator],
  ['bareGeneratorAfterArguments', bareGeneratorAfterArguments],
  ['argumentOrder', argumentOrder],
  ['rejectAssignment', rejectTarget('assign')],
  ['rejectDeletion', rejectTarget('delete')],
  ['rejectForTarget', rejectTarget('for')],
  ['missingColon', missingColon],
  ['oldNotEqual', oldNotEqual],
  ['notEqual', notEqual],
  ['concatenate', concatenate],
  ['joinedString', decodeLiteral('JoinedStr')],
  ['templateString', decodeLiteral('TemplateStr')],
  ['specText', specText],
  ['conversion', conversion],
  ['realNumber', requireNumber(false)],
  ['imaginaryNumber', requireNumber(true)],
  ['typeVarTupleBound', rejectBound('TypeVarTuple')],
  ['paramSpecBound', rejectBound('ParamSpec')],
  ['register', register],
  ['endOfInput', endOfInput],
]);
