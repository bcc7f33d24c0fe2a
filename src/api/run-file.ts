// Running a program file as `__main__`.
import { createNodeHost } from '../host/node/host.ts';
import { createNodeLibrary } from '../host/node/library.ts';
import { runExitFunctions } from '../modules/atexit/module.ts';
import { attributeKey } from '../runtime/core/names.ts';
import { PyBaseException } from '../runtime/exceptions/exception.ts';
import { compileCode } from '../runtime/execution/compile.ts';
import { runUnit } from '../runtime/execution/run.ts';
import type { PyDict } from '../runtime/objects/dict/dict.ts';
import { dictSet } from '../runtime/objects/dict/table.ts';
import { newModule, setNamespaceValue } from '../runtime/objects/module/module.ts';
import { type PyTraceback, positionOf } from '../runtime/objects/traceback/traceback.ts';
import { getAttr } from '../runtime/protocols/attribute.ts';
import { call } from '../runtime/protocols/call.ts';
import { str } from '../runtime/protocols/text.ts';
import { createInterpreter } from './create.ts';

export interface RunOptions {
  /** The package's build folder. */
  build: string;
  file: string;
  source: Uint8Array;
  argv: readonly string[];
  /** What goes in front of sys.path. */
  path0: string;
  log: (text: string) => void;
}

/** Runs a file; the exit status. */
export function runFile({ build, file, source, argv, path0, log }: RunOptions): number {
  const library = createNodeLibrary(build);
  try {
    const config = { argv, path: [path0, library.directory] };
    const interp = createInterpreter({ host: createNodeHost(), library, config });
    const main = newModule('__main__');
    setNamespaceValue(main, attributeKey('__file__'), file);
    dictSet(interp.modules as PyDict, '__main__', main);
    try {
      runUnit(compileCode(source, file, 'exec').loaded as never, main);
      return 0;
    } finally {
      runExitFunctions(interp);
      call(getAttr(getAttr(interp.importModule('sys'), 'stdout'), 'flush'));
    }
  } catch (e) {
    return report(e, log);
  }
}

function report(e: unknown, log: RunOptions['log']): number {
  if (!(e instanceof PyBaseException)) throw e;
  if (e.cls.typeName === 'SystemExit') return Number(e.args.items[0] ?? 0);
  for (let tb = e.traceback as PyTraceback | undefined; tb !== undefined; tb = tb.next) {
    const { code } = tb.frame;
    log(`  File "${code.filename}", line ${positionOf(code, tb.position)[0]}, in ${code.name}\n`);
  }
  let text = '';
  try {
    text = String(str(e));
  } catch {
    text = String((e.args.items[0] as string) ?? '');
  }
  log(`${e.cls.typeName}: ${text}\n`);
  return 1;
}
