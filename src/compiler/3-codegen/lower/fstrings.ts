// f-strings and t-strings. CPython: Python/codegen.c (codegen_joined_str, codegen_template_str)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Body } from '../body.ts';
import { stringLiteral } from '../javascript.ts';
import { expression } from './expressions.ts';
import { withPosition } from './operators.ts';

const CONVERSION = { r: 114, s: 115, a: 97 };

/** One formatted field as text of a str. */
function field(b: Body, node: ast.FormattedValue): string {
  const parts: (ast.expr | undefined)[] = [node.value, node.format_spec];
  const [value, spec] = b.inOrder(parts, (part) => (part === undefined ? '' : expression(b, part))) as [string, string];
  const held = withPosition(b, value, node);
  if (node.conversion === CONVERSION.r) return formatted(b, `${b.rt('repr')}(${held})`, spec);
  if (node.conversion === CONVERSION.s) return formatted(b, `${b.rt('str')}(${held})`, spec);
  if (node.conversion === CONVERSION.a) return formatted(b, `${b.rt('ascii')}(${held})`, spec);
  return `${b.rt('format')}(${held},${spec === '' ? '""' : spec})`;
}

function formatted(b: Body, text: string, spec: string): string {
  return spec === '' ? text : `${b.rt('format')}(${text},${spec})`;
}

export function lowerJoinedString(b: Body, node: ast.JoinedStr): string {
  const texts = b.inOrder(node.values, (value) =>
    value.nodeType === 'FormattedValue' ? field(b, value) : expression(b, value),
  );
  if (texts.length === 0) return '""';
  if (texts.length === 1) return texts[0]!;
  return `${b.rt('joinStrings')}([${texts.join(',')}])`;
}

/** `t"..."`: strings around interpolations. */
export function lowerTemplate(b: Body, node: ast.TemplateStr): string {
  const strings: string[] = ['""'];
  const fields: ast.Interpolation[] = [];
  for (const value of node.values) {
    if (value.nodeType === 'Interpolation') {
      fields.push(value);
      strings.push('""');
    } else strings[strings.length - 1] = expression(b, value);
  }
  const texts = b.inOrder(fields, (f) => interpolation(b, f));
  return `${b.rt('template')}([${strings.join(',')}],[${texts.join(',')}])`;
}

function interpolation(b: Body, node: ast.Interpolation): string {
  const parts: (ast.expr | undefined)[] = [node.value, node.format_spec];
  const [value, spec] = b.inOrder(parts, (part) => (part === undefined ? '""' : expression(b, part))) as [
    string,
    string,
  ];
  const conversion = node.conversion < 0 ? b.rt('None') : stringLiteral(String.fromCharCode(node.conversion));
  return `[${value},${b.unit.constant(node.str)},${conversion},${spec}]`;
}
