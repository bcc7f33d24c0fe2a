// Argument errors of natives in style 'raw', which count their arguments themselves. CPython: Objects/descrobject.c, Python/getargs.c
import { type Raised, typeError } from '../exceptions/errors.ts';

/** The error of a method that takes none or one argument; `args` is its own argument list, self first. */
export function wrongArity(name: string, takes: 0 | 1, args: IArguments): Raised {
  const given = countGiven(args) - 1;
  return typeError(`${name}() takes ${takes === 0 ? 'no arguments' : 'exactly one argument'} (${given} given)`);
}

/** The error of a method that takes between `least` and `most` positional arguments. */
export function wrongRange(name: string, least: number, most: number, args: IArguments): Raised {
  const given = countGiven(args) - 1;
  const limit = given < least ? least : most;
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  return typeError(`${name} expected ${bound}${limit} argument${limit === 1 ? '' : 's'}, got ${given}`);
}

/** Trailing `undefined` arguments were not given. */
function countGiven(args: IArguments): number {
  let given = args.length;
  while (given > 0 && args[given - 1] === undefined) given--;
  return given;
}
