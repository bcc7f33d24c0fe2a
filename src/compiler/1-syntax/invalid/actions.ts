// What an alternative of the error grammar does when it matches: name a construct, return a part, or reject the program.
//
//   => Kind            a node of that kind, with the captures as its items
//   => name            the capture of that name
//   => !at a "..."     reject, underlining capture a        (RAISE_SYNTAX_ERROR_KNOWN_LOCATION)
//   => !range a b ".." from the start of a to the end of b  (RAISE_SYNTAX_ERROR_KNOWN_RANGE)
//   => !lastrange a b .. the same from the last item of repetition a
//   => !from a "..."   from a to where the tokenizer is     (RAISE_SYNTAX_ERROR_STARTING_FROM)
//   => !here "..."     at the last token fetched            (RAISE_SYNTAX_ERROR)
//   => !next "..."     at the next token                    (RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN)
//   => !indent "..."   an IndentationError, at the last token fetched
//   => .function       one of special-actions.ts
// In messages {a} is what capture a is called ("function call"), {a.text} its source, {a.line} its line.
import { expressionName, Node } from './nodes.ts';
import { failAt, failFrom, failHere, failNext } from './raise.ts';
import type { Recognizer } from './recognizer.ts';
import { SPECIAL_ACTIONS } from './special-actions.ts';

/** Returns the alternative's node, or undefined to make the whole rule fail. */
export type Action = (r: Recognizer, captures: readonly Node[], start: number) => Node | undefined;

/** Translates the text after `=>`; `names` are the alternative's captures in order. */
export function parseAction(text: string, names: readonly string[]): Action {
  if (text.startsWith('!')) return parseError(text.slice(1), names);
  if (text.startsWith('.')) return findSpecial(text.slice(1));
  const at = names.indexOf(text);
  if (at >= 0) return (_, captures) => captures[at];
  return (r, captures, start) => new Node(text, start, r.mark - 1, flatten(captures));
}

function findSpecial(name: string): Action {
  const special = SPECIAL_ACTIONS.get(name);
  if (special === undefined) throw new TypeError(`error grammar: no action ${name}`);
  return special;
}

/** The nodes in captures, with repetitions and groups spread out, and tokens dropped. */
function flatten(captures: readonly Node[]): Node[] {
  const items: Node[] = [];
  for (const capture of captures) {
    if (capture.kind === 'seq' || capture.kind === '') items.push(...flatten(capture.items));
    else items.push(capture);
  }
  return items;
}

function parseError(text: string, names: readonly string[]): Action {
  const parts = /^(\w+)((?: \w+)*) "(.*)"$/.exec(text);
  if (parts === null) throw new TypeError(`error grammar: ${text}`);
  const [, how, list, template] = parts as unknown as [string, string, string, string];
  const slots = list
    .trim()
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => slotOf(name, names));
  const message = parseMessage(template, names);
  return (r, captures) => {
    const words = message(r, captures);
    const first = slots.length > 0 ? firstToken(captures[slots[0]!]!) : 0;
    const last = slots.length > 0 ? lastToken(captures[slots[slots.length - 1]!]!) : 0;
    switch (how) {
      case 'at':
      case 'range':
        return failAt(r, r.tokens[first]!, r.tokens[last]!, words);
      case 'lastrange':
        return failAt(r, r.tokens[lastItem(captures[slots[0]!]!).start]!, r.tokens[last]!, words);
      case 'from':
        return failFrom(r, r.tokens[first]!, words);
      case 'next':
        return failNext(r, words);
      case 'indent':
        return failHere(r, 'IndentationError', words);
      default:
        return failHere(r, 'SyntaxError', words);
    }
  };
}

/** A repetition stands for its last item at its end, its first at its start. */
function firstToken(node: Node): number {
  return node.kind === 'seq' ? firstToken(node.items[0]!) : node.start;
}

function lastToken(node: Node): number {
  return node.kind === 'seq' ? lastToken(node.items[node.items.length - 1]!) : node.end;
}

function lastItem(node: Node): Node {
  return node.kind === 'seq' ? node.items[node.items.length - 1]! : node;
}

function slotOf(name: string, names: readonly string[]): number {
  const slot = names.indexOf(name);
  if (slot < 0) throw new TypeError(`error grammar: no capture ${name}`);
  return slot;
}

function parseMessage(
  template: string,
  names: readonly string[],
): (r: Recognizer, captures: readonly Node[]) => string {
  const pieces = template.split(/\{(\w+(?:\.\w+)?)\}/);
  if (pieces.length === 1) return () => template;
  return (r, captures) => {
    let words = '';
    for (let i = 0; i < pieces.length; i++)
      words += i % 2 === 0 ? pieces[i]! : describe(r, captures, pieces[i]!, names);
    return words;
  };
}

function describe(r: Recognizer, captures: readonly Node[], place: string, names: readonly string[]): string {
  const [name, what] = place.split('.') as [string, string | undefined];
  const node = captures[slotOf(name, names)]!;
  if (what === 'text') return r.tokens[node.start]!.string;
  if (what === 'line') return String(r.tokens[node.start]!.lineno);
  return expressionName(node);
}
