// The native modules by name; each is loaded when first imported. CPython: Modules/config.c (_PyImport_Inittab)
import type { NativeModule } from '../runtime/native/module.ts';

/** One line per module. */
export const nativeModules: Readonly<Record<string, NativeModule>> = {};
