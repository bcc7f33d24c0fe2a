// One explicit order: type objects exist once their layout files are imported; here their tables are installed, each before what needs it.
// This split is what lets object, type, int, str and dict need each other without import cycles that matter.
import { installComplex } from './objects/complex/methods.ts';
import { installFloat } from './objects/float/methods.ts';
import { installFunctions } from './objects/function/methods.ts';
import { installInt } from './objects/int/methods.ts';
import { installObject } from './objects/object/methods.ts';
import { installTypeType } from './objects/type/methods.ts';

const done = { installed: false };

/** Installs every built-in type's table, once per process. */
export function bootstrap(): void {
  if (done.installed) return;
  done.installed = true;
  installObject();
  installTypeType();
  installFunctions();
  installInt();
  installFloat();
  installComplex();
}
