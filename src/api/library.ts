// The library as the import machinery sees it without a path: natives, and frozen modules that start-up needs before files can be imported.
// CPython: Python/frozen.c, Modules/config.c
import type { CodeUnit } from '../contract/unit.ts';
import { FORMAT_VERSION } from '../contract/version.ts';
import { nativeModules } from '../modules/table.ts';
import type { FrozenModule, Interpreter, LibraryPort } from '../runtime/core/interpreter.ts';
import { makeModule } from '../runtime/native/module.ts';
import { compileSource } from './compiler.ts';

/** Where the library's files come from. */
export interface LibraryFiles {
  /** The directory that goes on sys.path. */
  readonly directory: string;
  /** A library file's bytes, by its path inside the directory. */
  readSource(path: string): Uint8Array | undefined;
  /** The unit compiled ahead of a frozen module, as JSON. */
  readFrozen(name: string): string | undefined;
}

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

/** The name a frozen module is compiled under. */
export function frozenFilename(path: string): string {
  return `<frozen ${originOf(path)}>`;
}

function originOf(path: string): string {
  return path.replace(/\/__init__\.py$|\.py$/, '').replaceAll('/', '.');
}

export function createLibrary(files: LibraryFiles, interp: () => Interpreter): LibraryPort {
  const frozen = new Map(FROZEN.map(([name, path, isPackage]) => [name, frozenModule(files, name, path, isPackage)]));
  return {
    nativeNames: () => Object.keys(nativeModules),
    makeNative: (name) => {
      const definition = Object.hasOwn(nativeModules, name) ? nativeModules[name] : undefined;
      return definition === undefined ? undefined : makeModule(definition, interp());
    },
    frozenNames: () => [...frozen.keys()],
    frozen: (name) => frozen.get(name),
  };
}

function frozenModule(files: LibraryFiles, name: string, path: string, isPackage: boolean): FrozenModule {
  return { isPackage, origin: originOf(path), unit: () => frozenUnit(files, name, path) };
}

function frozenUnit(files: LibraryFiles, name: string, path: string): CodeUnit {
  const text = files.readFrozen(name);
  const unit = text === undefined ? undefined : (JSON.parse(text) as CodeUnit);
  if (unit?.format === FORMAT_VERSION) return unit;
  const source = files.readSource(path);
  if (source === undefined) throw new Error(`the library has no ${path}`);
  return compileSource(source, frozenFilename(path), 'exec');
}
