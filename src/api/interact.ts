// The prompt: the library's own consoles, the one with editing and history where the terminal allows it. CPython: Modules/main.c
// (pymain_run_stdin, pymain_start_pyrepl)
import type { Interpreter } from '../runtime/core/interpreter.ts';
import { isError } from '../runtime/exceptions/errors.ts';
import { normalise } from '../runtime/execution/raise.ts';
import type { PyModule } from '../runtime/objects/module/module.ts';
import { getAttr, instanceDict } from '../runtime/protocols/attribute.ts';
import { call, callKeywords } from '../runtime/protocols/call.ts';
import { PYTHON_VERSION } from './version.ts';

const HINT = 'Type "help", "copyright", "credits" or "license" for more information.';

/** Reads and runs statements in `main` until the input ends or SystemExit. */
export function interact(interp: Interpreter, main: PyModule, quiet: boolean): void {
  const banner = quiet ? '' : `Python ${PYTHON_VERSION} (Taipan) on ${interp.host.process.platform}\n${HINT}`;
  const stderr = getAttr(interp.importModule('sys'), 'stderr');
  if (!quiet) call(getAttr(stderr, 'write'), `${banner}\n`);
  if (editingConsole(interp)) return;
  call(getAttr(interp.importModule('_basic_repl'), 'interact'), instanceDict(main));
}

/** The console with multi-line editing, when it can run here. */
function editingConsole(interp: Interpreter): boolean {
  if (interp.host.process.env.get('PYTHON_BASIC_REPL') || interp.host.terminal === undefined) return false;
  let run: ReturnType<typeof getAttr>;
  try {
    if (!interp.host.files.isatty(0) || !interp.host.files.isatty(1)) return false;
    const main = interp.importModule('_pyrepl.main');
    if (getAttr(main, 'CAN_USE_PYREPL') !== true) return false;
    run = getAttr(main, 'interactive_console');
  } catch (e) {
    if (isError(normalise(e), 'ImportError')) return false;
    throw e;
  }
  callKeywords(run, [true], ['quiet']);
  return true;
}
