// Parameter lists of functions and lambdas. CPython: Grammar/python.gram, "Function parameters" and "Lambda functions".
import * as ast from '../ast/nodes.ts';
import { T, type Token } from '../tokenizer/token.ts';
import { parseExpression, parseStarExpression } from './expressions.ts';
import type { Parser } from './parser.ts';

/** `params` of a function, up to its closing parenthesis. */
export function parseParameters(p: Parser): ast.arguments {
  return new ParameterList(p, T.RPAR).parse();
}

/** `lambda_params`, up to the colon: no annotations, no type comments. */
export function parseLambdaParameters(p: Parser): ast.arguments {
  return new ParameterList(p, T.COLON).parse();
}

class ParameterList {
  readonly #p: Parser;
  readonly #close: number;
  #posonlyargs: ast.arg[] = [];
  #args: ast.arg[] = [];
  #vararg: ast.arg | undefined;
  readonly #kwonlyargs: ast.arg[] = [];
  readonly #kwDefaults: (ast.expr | undefined)[] = [];
  #kwarg: ast.arg | undefined;
  readonly #defaults: ast.expr[] = [];

  constructor(p: Parser, close: number) {
    this.#p = p;
    this.#close = close;
  }

  parse(): ast.arguments {
    const p = this.#p;
    while (p.type !== this.#close) {
      if (p.type === T.NAME) this.#parsePositional();
      else if (p.type === T.SLASH) this.#parseSlash();
      else {
        if (p.type === T.STAR) this.#parseStar();
        if (p.type === T.DOUBLESTAR) this.#parseKwarg();
        if (p.type !== this.#close) p.fail();
      }
    }
    if (this.#posonlyargs.length > 0) p.checkVersion(8, 'Positional-only parameters are');
    return ast.arguments(
      this.#posonlyargs,
      this.#args,
      this.#vararg,
      this.#kwonlyargs,
      this.#kwDefaults,
      this.#kwarg,
      this.#defaults,
    );
  }

  #parsePositional(): void {
    const p = this.#p;
    const parameter = this.#parseParameter(false);
    if (p.accept(T.EQUAL)) this.#defaults.push(parseExpression(p));
    else if (this.#defaults.length > 0) p.fail();
    this.#endParameter(parameter);
    this.#args.push(parameter);
  }

  #parseSlash(): void {
    const p = this.#p;
    if (this.#posonlyargs.length > 0 || this.#args.length === 0) p.fail();
    p.advance();
    this.#posonlyargs = this.#args;
    this.#args = [];
    if (!p.accept(T.COMMA) && p.type !== this.#close) p.fail();
  }

  /** `*args` or a bare `*`, and the keyword-only parameters after it. */
  #parseStar(): void {
    const p = this.#p;
    p.advance();
    if (p.accept(T.COMMA)) {
      if (p.type !== T.NAME) p.fail();
    } else {
      const parameter = this.#parseParameter(true);
      this.#endParameter(parameter);
      this.#vararg = parameter;
    }
    while (p.type === T.NAME) {
      const parameter = this.#parseParameter(false);
      this.#kwDefaults.push(p.accept(T.EQUAL) ? parseExpression(p) : undefined);
      this.#endParameter(parameter);
      this.#kwonlyargs.push(parameter);
    }
  }

  #parseKwarg(): void {
    this.#p.advance();
    const parameter = this.#parseParameter(false);
    this.#endParameter(parameter);
    this.#kwarg = parameter;
  }

  /** A name with its annotation; only `*args` may have a starred one (PEP 646). */
  #parseParameter(isVararg: boolean): ast.arg {
    const p = this.#p;
    const start = p.expect(T.NAME);
    let annotation: ast.expr | undefined;
    if (this.#close === T.RPAR && p.accept(T.COLON)) {
      annotation = isVararg ? parseStarExpression(p) : parseExpression(p);
    }
    return ast.arg(p.identifier(start), annotation, undefined, p.span(start));
  }

  /** The comma after a parameter (the last one may do without) and the type comment around it. */
  #endParameter(parameter: ast.arg): void {
    const p = this.#p;
    const hasComma = p.accept(T.COMMA);
    if (p.type === T.TYPE_COMMENT && this.#close === T.RPAR) parameter.type_comment = typeCommentText(p.advance());
    if (!hasComma && p.type !== this.#close) p.fail();
  }
}

/** What a `# type: ...` comment says. */
export function typeCommentText(token: Token): string {
  return token.string;
}
