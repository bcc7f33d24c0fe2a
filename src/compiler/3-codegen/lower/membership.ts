// `x in ('a', 'b')`: a display of constants after `in` is made once, as on CPython, and a str or int is looked for inline.
// CPython: Python/flowgraph.c (optimize_lists_and_sets)

import type * as ast from '../../1-syntax/ast/nodes.ts';
import { foldConstant } from '../../2-analysis/fold.ts';
import type { Body } from '../body.ts';

/** Beyond this many a look-up by hash, or the container's own search, is no slower than comparisons. */
const MOST_INLINE = 8;

/** The members of a display that consists of constants, or undefined. */
export function constantMembers(node: ast.expr): ast.ConstantValue[] | undefined {
  if (node.nodeType !== 'Tuple' && node.nodeType !== 'List' && node.nodeType !== 'Set') return undefined;
  const members = node.elts.map((element) => foldConstant(element));
  return members.every((member) => member !== undefined) ? members : undefined;
}

/** `item in display` or `item not in display` as a JS boolean; `item` is JS text. */
export function membership(
  b: Body,
  positive: boolean,
  item: string,
  display: ast.expr,
  members: ast.ConstantValue[],
): string {
  const { first, again } = b.hold(item);
  const type = display.nodeType === 'Set' ? 'frozenset' : 'tuple';
  const container = b.unit.constant({ type, items: members });
  const slow = `(${b.at(display)},${b.rt('contains')}(${again},${container}))`;
  const tests = members.length <= MOST_INLINE ? inlineTests(b, again, members) : [];
  const text = [...tests, slow].join(':');
  return `${positive ? '' : '!'}(${first === again ? '' : `${first},`}${text})`;
}

/** What a str and what an int is compared with: nothing of another kind can equal it. */
function inlineTests(b: Body, item: string, members: readonly ast.ConstantValue[]): string[] {
  const equalsOneOf = (kind: string) => {
    const texts = members.filter((member) => member.type === kind).map((member) => b.unit.constant(member));
    return texts.map((text) => `${item}===${text}`).join('||');
  };
  const tests: string[] = [];
  // One that needs code points is no JS string, and equals none.
  const strings = equalsOneOf('str');
  if (strings !== '') tests.push(`typeof ${item}==='string'?${strings}`);
  const numeric = members.filter(({ type }) => type === 'bool' || type === 'float' || type === 'complex');
  const ints = equalsOneOf('int');
  if (ints !== '' && numeric.length === 0) tests.push(`typeof ${item}==='number'?${ints}`);
  return tests;
}
