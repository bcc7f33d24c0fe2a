// The library as the import machinery sees it without a path: natives, and frozen modules that start-up needs before files can be imported.
// CPython: Python/frozen.c, Modules/config.c
import type { LibraryFiles } from '../host/library.ts';
import { nativeModules } from '../modules/table.ts';
import type { CompilerPort, FrozenModule, Interpreter, LibraryPort } from '../runtime/core/interpreter.ts';
import { makeModule } from '../runtime/native/module.ts';
import { type AheadUnits, openAhead } from './ahead.ts';
import type { Memory } from './memory.ts';

/** Frozen modules: name, library file, whether a package. CPython's list, less its test modules. */
export const FROZEN: readonly (readonly [name: string, path: string, isPackage: boolean])[] = [
  ['_frozen_importlib', 'importlib/_bootstrap.py', false],
  ['_frozen_importlib_external', 'importlib/_bootstrap_external.py', false],
  ['zipimport', 'zipimport.py', false],
  ['abc', 'abc.py', false],
  ['codecs', 'codecs.py', false],
  ['io', 'io.py', false],
  ['_collections_abc', '_collections_abc.py', false],
  ['_sitebuiltins', '_sitebuiltins.py', false],
  ['genericpath', 'genericpath.py', false],
  ['ntpath', 'ntpath.py', false],
  ['posixpath', 'posixpath.py', false],
  ['os', 'os.py', false],
  ['site', 'site.py', false],
  ['stat', 'stat.py', false],
  ['importlib.util', 'importlib/util.py', false],
  ['importlib.machinery', 'importlib/machinery.py', false],
  ['runpy', 'runpy.py', false],
  ['__hello__', '__hello__.py', false],
  ['__phello__', '__phello__/__init__.py', true],
  ['__phello__.spam', '__phello__/spam.py', false],
];

/** The library module behind a file, `importlib._bootstrap` for `importlib/_bootstrap.py`. */
function originOf(path: string): string {
  return path.replace(/\/__init__\.py$|\.py$/, '').replaceAll('/', '.');
}

export function createLibrary(
  files: LibraryFiles,
  compiler: CompilerPort,
  memory: Memory | undefined,
  interp: () => Interpreter,
): LibraryPort {
  const open = (): AheadUnits => openAhead(files, compiler.fingerprint);
  const ahead = memory === undefined ? open() : memory.ahead(open);
  const frozen = new Map(
    FROZEN.map(([name, path, isPackage]) => [name, frozenModule(files, compiler, ahead, path, isPackage)]),
  );
  const prefix = `${files.directory}/`;
  return {
    nativeNames: () => Object.keys(nativeModules),
    makeNative: (name) => {
      const definition = Object.hasOwn(nativeModules, name) ? nativeModules[name] : undefined;
      return definition === undefined ? undefined : makeModule(definition, interp());
    },
    frozenNames: () => [...frozen.keys()],
    frozen: (name) => frozen.get(name),
    compiledText: (form) => ahead.text(form),
    compiledAhead: (path) => (path.startsWith(prefix) ? ahead.unit(path.slice(prefix.length), path) : undefined),
  };
}

function frozenModule(
  files: LibraryFiles,
  compiler: CompilerPort,
  ahead: AheadUnits,
  path: string,
  isPackage: boolean,
): FrozenModule {
  const origin = originOf(path);
  const filename = `<frozen ${origin}>`;
  const compileNow = () => {
    const source = files.readSource(path);
    if (source === undefined) throw new Error(`the library has no ${path}`);
    return compiler.compile(source, filename, 'exec', { traced: false });
  };
  return { isPackage, origin, unit: () => ahead.unit(path, filename) ?? compileNow() };
}
