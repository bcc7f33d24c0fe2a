// The native modules by name; each is loaded when first imported. CPython: Modules/config.c (_PyImport_Inittab)
import type { NativeModule } from '../runtime/native/module.ts';
import { csvModule } from './_csv/module.ts';
import { jsonModule } from './_json/module.ts';
import { sreModule } from './_sre/module.ts';

/** One line per module. */
export const nativeModules: Readonly<Record<string, NativeModule>> = {
  _csv: csvModule,
  _json: jsonModule,
  _sre: sreModule,
};
