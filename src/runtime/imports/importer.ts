// Importing by name: native modules, then source files along sys.path. CPython: Python/import.c, Lib/importlib/_bootstrap.py
import type { Interpreter } from '../core/interpreter.ts';
import { attributeKey } from '../core/names.ts';
import { None } from '../core/object.ts';
import type { Value } from '../core/value.ts';
import { newError } from '../exceptions/errors.ts';
import { exceptionNamed, type PyImportError } from '../exceptions/exception.ts';
import { loadUnit, runUnit } from '../execution/run.ts';
import { makeModule, type NativeModule } from '../native/module.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { dictDelete, dictGet, dictSet } from '../objects/dict/table.ts';
import { PyList } from '../objects/list/list.ts';
import { newModule, type PyModule, setNamespaceValue } from '../objects/module/module.ts';

export interface Source {
  text: Uint8Array;
  filename: string;
  /** The package's directory, when it is one. */
  packagePath: string | undefined;
}

/** Finds a module's source; undefined when there is none. */
export type FindSource = (name: string, searchPath: readonly string[]) => Source | undefined;

export class Importer {
  readonly interp: Interpreter;
  readonly natives: Readonly<Record<string, NativeModule>>;
  readonly find: FindSource;
  path: string[] = [];
  constructor(interp: Interpreter, natives: Readonly<Record<string, NativeModule>>, find: FindSource) {
    this.interp = interp;
    this.natives = natives;
    this.find = find;
  }

  /** Imports an absolute dotted name and every package above it; returns the last module. */
  importAbsolute(name: string): Value {
    const modules = this.interp.modules as PyDict;
    const known = dictGet(modules, name);
    if (known !== undefined && known !== None) return known;
    const dot = name.lastIndexOf('.');
    const parent = dot < 0 ? undefined : this.importAbsolute(name.slice(0, dot));
    const module = this.load(name, parent);
    if (parent !== undefined) setNamespaceValue(parent as PyModule, attributeKey(name.slice(dot + 1)), module);
    return dictGet(modules, name) ?? module;
  }

  load(name: string, parent: Value | undefined): Value {
    const native = Object.hasOwn(this.natives, name) ? this.natives[name] : undefined;
    const modules = this.interp.modules as PyDict;
    if (native !== undefined) {
      const module = makeModule(native, this.interp);
      dictSet(modules, name, module);
      return module;
    }
    const source = this.find(name, parent === undefined ? this.path : packagePath(parent));
    if (source === undefined) throw moduleNotFound(name, parent);
    return this.loadSource(name, source);
  }

  loadSource(name: string, source: Source): Value {
    const modules = this.interp.modules as PyDict;
    const module = newModule(name);
    const isPackage = source.packagePath !== undefined;
    const set = (key: string, value: Value): void => setNamespaceValue(module, attributeKey(key), value);
    set('__file__', source.filename);
    set('__package__', isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.'))));
    set('__loader__', None);
    set('__spec__', None);
    if (isPackage) set('__path__', new PyList([source.packagePath!]));
    dictSet(modules, name, module);
    try {
      const unit = this.interp.compiler.compile(source.text, source.filename, 'exec', { keep: true });
      runUnit(loadUnit(unit), module);
    } catch (e) {
      dictDelete(modules, name);
      throw e;
    }
    return module;
  }
}

function packagePath(parent: Value): string[] {
  const path = (parent as unknown as Record<string, Value | undefined>)['$__path__'];
  return path instanceof PyList ? (path.items as string[]) : [];
}

function moduleNotFound(name: string, parent: Value | undefined): PyImportError {
  const reason =
    parent !== undefined && packagePath(parent).length === 0
      ? `; '${name.slice(0, name.lastIndexOf('.'))}' is not a package`
      : '';
  const message = `No module named '${name}'${reason}`;
  const error = newError(exceptionNamed('ModuleNotFoundError'), [message]) as PyImportError;
  error.msg = message;
  error.name = name;
  return error;
}
