// The types of the interpreter that have no built-in name. CPython: Modules/_typesmodule.c
import { PyObject } from '../../runtime/core/object.ts';
import {
  builtinFunctionType,
  ellipsisType,
  functionType,
  noneType,
  notImplementedType,
  staticType,
} from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { cellType } from '../../runtime/objects/cell/cell.ts';
import { codeType } from '../../runtime/objects/code/code.ts';
import {
  classMethodDescrType,
  getsetType,
  memberType,
  methodDescrType,
  methodType,
  methodWrapperType,
  wrapperDescrType,
} from '../../runtime/objects/function/function.ts';
import { asyncGeneratorType, coroutineType, generatorType } from '../../runtime/objects/generator/generator.ts';
import { genericAliasType } from '../../runtime/objects/generic-alias/generic-alias.ts';
import { moduleType } from '../../runtime/objects/module/module.ts';
import { simpleNamespaceType } from '../../runtime/objects/namespace/namespace.ts';
import { frameType, tracebackType } from '../../runtime/objects/traceback/traceback.ts';
import { mappingProxyType } from '../../runtime/objects/type/dict-view.ts';
import { unionType } from '../../runtime/objects/union/union.ts';

/** No object is one: capsules hold C pointers. */
class PyCapsule extends PyObject {}
const capsuleType: PyType = staticType('PyCapsule', PyCapsule, { module: 'types', instantiable: false });

export const typesModule: NativeModule = {
  name: '_types',
  doc: 'Define names for built-in types.',
  types: {
    AsyncGeneratorType: asyncGeneratorType,
    BuiltinFunctionType: builtinFunctionType,
    BuiltinMethodType: builtinFunctionType,
    CapsuleType: capsuleType,
    CellType: cellType,
    ClassMethodDescriptorType: classMethodDescrType,
    CodeType: codeType,
    CoroutineType: coroutineType,
    EllipsisType: ellipsisType,
    FrameType: frameType,
    FunctionType: functionType,
    GeneratorType: generatorType,
    GenericAlias: genericAliasType,
    GetSetDescriptorType: getsetType,
    LambdaType: functionType,
    MappingProxyType: mappingProxyType,
    MemberDescriptorType: memberType,
    MethodDescriptorType: methodDescrType,
    MethodType: methodType,
    MethodWrapperType: methodWrapperType,
    ModuleType: moduleType,
    NoneType: noneType,
    NotImplementedType: notImplementedType,
    SimpleNamespace: simpleNamespaceType,
    TracebackType: tracebackType,
    UnionType: unionType,
    WrapperDescriptorType: wrapperDescrType,
  },
};
