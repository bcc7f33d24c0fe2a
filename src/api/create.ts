// Wiring an interpreter: host, compiler, natives, built-ins. The only place that knows every room.
import type { Host } from '../host/host.ts';
import type { TextStore } from '../host/store.ts';
import { nativeModules } from '../modules/table.ts';
import { bootstrap } from '../runtime/bootstrap.ts';
import { builtinFunctions, builtinValues } from '../runtime/builtins/table.ts';
import type { Interpreter } from '../runtime/core/interpreter.ts';
import { attributeKey } from '../runtime/core/names.ts';
import { None, type PyObject } from '../runtime/core/object.ts';
import { checkSignals, state } from '../runtime/core/state.ts';
import type { Value } from '../runtime/core/value.ts';
import { FACTORY_PARAMETERS } from '../runtime/execution/run.ts';
import { type FindSource, Importer } from '../runtime/imports/importer.ts';
import { fn, installFunctions, makeFunction, method } from '../runtime/native/define.ts';
import type { PyBytes } from '../runtime/objects/bytes/bytes.ts';
import { PyDict } from '../runtime/objects/dict/dict.ts';
import { dictSet } from '../runtime/objects/dict/table.ts';
import { newModule, type PyModule, setNamespaceValue } from '../runtime/objects/module/module.ts';
import type { StrValue } from '../runtime/objects/str/str.ts';
import { encodeStr } from '../runtime/protocols/codecs.ts';
import { cachingCompiler } from './caching-compiler.ts';
import { compilerPort } from './compiler.ts';

export interface CreateOptions {
  host: Host;
  find: FindSource;
  path: string[];
  /** Where compiled files are kept between runs; the last one is written. */
  stores?: readonly TextStore[];
}

/** An interpreter made current: its `main` namespace is ready to run code. */
export function createInterpreter(options: CreateOptions): { interp: Interpreter; importer: Importer } {
  bootstrap();
  const modules = new PyDict();
  const builtins = newModule('builtins');
  const interp: Interpreter = {
    modules,
    builtins,
    importModule: (name) => importer.importAbsolute(name),
    handlePending: checkSignals,
    callerGlobals: () => undefined,
    typing: undefined,
    ast: undefined,
    compiler: options.stores ? cachingCompiler(compilerPort, options.stores) : compilerPort,
    host: options.host,
    evaluate: (javascript, name) =>
      new Function(...FACTORY_PARAMETERS, `${javascript}\n//# sourceURL=${name}`) as never,
    states: new Map(),
    optimize: 0,
  };
  const importer = new Importer(interp, nativeModules, options.find);
  importer.path = options.path;
  state.interp = interp;
  state.pending = options.host.signals.flag;
  installFunctions(builtins, 'builtins', builtinFunctions);
  for (const [name, value] of Object.entries(builtinValues())) put(builtins, name, value);
  put(
    builtins,
    '__import__',
    makeFunction(
      'builtins',
      '__import__',
      fn(
        '(name, globals=None, locals=None, fromlist=(), level=0)',
        (name: string, _g: Value, _l: Value, from: Value) => {
          const module = importer.importAbsolute(name);
          return from === None || from === undefined ? importer.importAbsolute(name.split('.')[0]!) : module;
        },
      ),
    ),
  );
  dictSet(modules, 'builtins', builtins);
  dictSet(modules, 'sys', temporarySys(options.host));
  return { interp, importer };
}

/** Until the sys module lands: enough for print. */
function temporarySys(host: Host): PyModule {
  const sys = newModule('sys');
  const stdout = newModule('stdout');
  put(
    stdout,
    'write',
    makeFunction(
      'sys',
      'write',
      method('(text, /)', (text: StrValue) => {
        host.files.write(1, (encodeStr(text, 'utf-8', 'backslashreplace') as PyBytes).value);
        return None;
      }),
    ),
  );
  put(sys, 'stdout', stdout);
  return sys;
}

function put(namespace: PyObject, name: string, value: Value): void {
  setNamespaceValue(namespace, attributeKey(name), value);
}
