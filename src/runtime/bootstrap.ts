// One explicit order: type objects exist once their layout files are imported; here their tables are installed, each before what needs it.
// This split is what lets object, type, int, str and dict need each other without import cycles that matter.

import { installAnext } from './builtins/async-iter.ts';
import { installEnumerate } from './builtins/enumerate.ts';
import { installFilter } from './builtins/filter.ts';
import { installMap } from './builtins/map.ts';
import { installReversed } from './builtins/reversed.ts';
import { installZip } from './builtins/zip.ts';
import { installDetailedExceptions } from './exceptions/detailed.ts';
import { installGroups } from './exceptions/groups.ts';
import { documentExceptions, installExceptions, quickenExceptions } from './exceptions/methods.ts';
import { installBytes } from './objects/bytes/methods.ts';
import { installComplex } from './objects/complex/methods.ts';
import { installDict } from './objects/dict/methods.ts';
import { installDictViews } from './objects/dict/view-methods.ts';
import { installFloat } from './objects/float/methods.ts';
import { installBinding, installFunctions } from './objects/function/methods.ts';
import { installGenerators } from './objects/generator/methods.ts';
import { installGenericAlias } from './objects/generic-alias/methods.ts';
import { installInt } from './objects/int/methods.ts';
import { installSequenceIterators } from './objects/list/iterator-methods.ts';
import { installList } from './objects/list/methods.ts';
import { installMemoryView } from './objects/memoryview/methods.ts';
import { installSimpleNamespace } from './objects/namespace/methods.ts';
import { installSmallTypes } from './objects/none/methods.ts';
import { installObject } from './objects/object/methods.ts';
import { installProperty } from './objects/property/methods.ts';
import { installRangeIterators } from './objects/range/iterator.ts';
import { installRange } from './objects/range/methods.ts';
import { installSet } from './objects/set/methods.ts';
import { installSlice } from './objects/slice/methods.ts';
import { installStr } from './objects/str/methods.ts';
import { installSuper } from './objects/super/methods.ts';
import { installTemplates } from './objects/template/methods.ts';
import { installIntrospection } from './objects/traceback/methods.ts';
import { installTuple } from './objects/tuple/methods.ts';
import { installMappingProxy } from './objects/type/mapping-proxy.ts';
import { installTypeType } from './objects/type/methods.ts';
import { installUnion } from './objects/union/methods.ts';

const done = { installed: false };

/** Installs every built-in type's table, once per process. */
export function bootstrap(): void {
  if (done.installed) return;
  done.installed = true;
  installBinding();
  installObject();
  installTypeType();
  installFunctions();
  installInt();
  installFloat();
  installComplex();
  installSmallTypes();
  installProperty();
  installSuper();
  installRange();
  installRangeIterators();
  installSlice();
  installSimpleNamespace();
  installExceptions();
  installGroups();
  installDetailedExceptions();
  quickenExceptions();
  installGenerators();
  installIntrospection();
  installGenericAlias();
  installUnion();
  installTemplates();
  installStr();
  installBytes();
  installMemoryView();
  installList();
  installTuple();
  installDict();
  installSet();
  installSequenceIterators();
  installDictViews();
  installMappingProxy();
  installAnext();
  installEnumerate();
  installZip();
  installMap();
  installFilter();
  installReversed();
  documentExceptions();
}
