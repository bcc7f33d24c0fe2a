// Replacement templates of sub(), subn() and expand(). CPython: Modules/_sre/sre.c (compile_template, expand_template, _sre_template_impl)

import { intType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { isSubtype } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import { indexError, overflowError, typeError } from '../../runtime/exceptions/errors.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { asIndex, length } from '../../runtime/protocols/item.ts';
import { type PyMatch, type PyPattern, PyTemplate, type TemplateChunk } from './layout.ts';
import { Pieces } from './pieces.ts';

/** What `re._compile_template` makes of a replacement: usually a template, its cache is there. */
export function compileTemplate(pattern: PyPattern, template: Value): Value {
  return call(getAttr(state.interp.importModule('re'), '_compile_template'), pattern, template);
}

/** The text a template stands for at a match. */
export function expandTemplate(template: Value, match: PyMatch): Value {
  if (!(template instanceof PyTemplate)) return call(template, match);
  const { literal, chunks } = template;
  if (chunks.length === 0) return literal;
  const pieces = new Pieces(match.string, match.raw.subject);
  if (!isEmpty(literal)) pieces.push(literal);
  for (const { group, literal: after } of chunks) {
    if (group < 0 || group > match.pattern.groups) throw indexError('no such group');
    pieces.pushGroup(match.raw, group);
    if (after !== undefined) pieces.push(after);
  }
  return pieces.join();
}

function isEmpty(literal: Value): boolean {
  return isStr(literal) ? length(literal) === 0 : lookupBuffer(literal)?.length === 0;
}

/** CPython: PyLong_AsSsize_t, which takes no `__index__` */
function groupOf(item: Value): number {
  if (!isSubtype(typeOf(item), intType)) throw typeError('an integer is required');
  const group = asIndex(item);
  if (typeof group === 'bigint') throw overflowError('Python int too large to convert to C ssize_t');
  return group;
}

/** `_sre.template(pattern, [literal, group, literal, ...])` */
export function sreTemplate(_pattern: Value, template: Value): Value {
  if (!(template instanceof PyList)) {
    throw typeError(`template() argument 2 must be list, not ${typeOf(template).typeName}`);
  }
  const { items } = template;
  if (items.length % 2 === 0 || items.length < 1) throw typeError('invalid template');
  const chunks: TemplateChunk[] = [];
  for (let i = 1; i < items.length; i += 2) {
    const group = groupOf(items[i]);
    if (group < 0) throw typeError('invalid template');
    const literal = items[i + 1];
    chunks.push({ group, literal: isEmpty(literal) ? undefined : literal });
  }
  return new PyTemplate(items[0], chunks);
}
