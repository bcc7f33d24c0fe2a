// Running a program file as `__main__`.
import { createNodeHost } from '../host/node/host.ts';
import { attributeKey } from '../runtime/core/names.ts';
import { PyBaseException } from '../runtime/exceptions/exception.ts';
import { loadUnit, runUnit } from '../runtime/execution/run.ts';
import { newModule, setNamespaceValue } from '../runtime/objects/module/module.ts';
import { type PyTraceback, positionOf } from '../runtime/objects/traceback/traceback.ts';
import { str } from '../runtime/protocols/text.ts';
import { createInterpreter } from './create.ts';

/** Runs `file`; the exit status. */
export function runFile(file: string, source: Uint8Array, log: (text: string) => void): number {
  const host = createNodeHost();
  const { interp } = createInterpreter({ host, find: () => undefined, path: [] });
  const main = newModule('__main__');
  setNamespaceValue(main, attributeKey('__file__'), file);
  try {
    runUnit(loadUnit(interp.compiler.compile(source, file, 'exec', {})), main);
    return 0;
  } catch (e) {
    if (!(e instanceof PyBaseException)) throw e;
    for (let tb = e.traceback as PyTraceback | undefined; tb !== undefined; tb = tb.next) {
      log(
        `  File "${tb.frame.code.filename}", line ${positionOf(tb.frame.code, tb.position)[0]}, in ${tb.frame.code.name}\n`,
      );
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
}
