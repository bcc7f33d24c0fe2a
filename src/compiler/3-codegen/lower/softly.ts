// Operations that a handler of the same function waits for: where an `except` clause names what they fail with, they report it as a missing value and
// emitted code jumps to the handler.
import type { Body, Handler } from '../body.ts';

/** The handler that an operation failing with one of these exceptions jumps to. */
export function expects(b: Body, ...names: readonly string[]): Handler | undefined {
  return b.handler !== undefined && names.some((name) => b.handler!.names.has(name)) ? b.handler : undefined;
}

/** Emits the operation; the temporary that holds its result. */
export function softly(b: Body, handler: Handler, text: string): string {
  const result = b.fresh();
  const { variable, label } = handler;
  b.emit(`${result}=${text};if(${result}===undefined){${variable}=$T.raised;$T.raised=undefined;break ${label};}`);
  return result;
}
