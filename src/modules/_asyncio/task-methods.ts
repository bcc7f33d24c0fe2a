// The methods of Task. CPython: Modules/_asynciomodule.c (TaskType_methods)
import { None } from '../../runtime/core/object.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { runtimeError, typeError } from '../../runtime/exceptions/errors.ts';
import { getset, installType, method, slot } from '../../runtime/native/define.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { loopOf } from './future.ts';
import { finalizeFuture, report, setter, sharedMethods } from './future-methods.ts';
import { PENDING, type PyTask, taskType } from './layout.ts';
import { fromLibrary } from './library.ts';
import { cancelTask, initTask, nameOf, type PyTaskStep, runStep, setName, taskStepType, uncancelTask } from './task.ts';

function init(self: PyTask, coroutine: Value, loop?: Value, name?: Value, context?: Value, eagerStart?: Value): Value {
  initTask(self, { coroutine, loop, name, context, eagerStart });
  return None;
}

/** CPython: TaskObj_finalize */
function finalizeTask(self: PyTask): Value {
  if (self.state === PENDING && self.logDestroyPending) {
    report(self, 'Task was destroyed but it is pending!', { task: self });
  }
  return finalizeFuture(self);
}

function refuse(operation: string) {
  return () => {
    throw runtimeError(`Task does not support ${operation} operation`);
  };
}

const methods = {
  ...sharedMethods,
  __init__: slot('($self, /, coro, *, loop=None, name=None, context=None, eager_start=False)', init),
  __repr__: slot('($self, /)', (self: PyTask) => {
    loopOf(self);
    return call(fromLibrary('asyncio.base_tasks', '_task_repr'), self);
  }),
  __del__: slot('($self, /)', finalizeTask),
  cancel: method('($self, /, msg=None)', cancelTask),
  cancelling: method('($self, /)', (self: PyTask) => int(self.cancelRequests)),
  get_context: method('($self, /)', (self: PyTask) => self.context ?? None),
  get_coro: method('($self, /)', (self: PyTask) => self.coroutine ?? None),
  get_name: method('($self, /)', nameOf),
  get_stack: method('($self, /, *, limit=None)', (self: PyTask, limit?: Value) =>
    call(fromLibrary('asyncio.base_tasks', '_task_get_stack'), self, limit ?? None),
  ),
  print_stack: method('($self, /, *, limit=None, file=None)', (self: PyTask, limit?: Value, file?: Value) =>
    call(fromLibrary('asyncio.base_tasks', '_task_print_stack'), self, limit ?? None, file ?? None),
  ),
  set_exception: method('($self, exception, /)', refuse('set_exception')),
  set_name: method('($self, value, /)', setName),
  set_result: method('($self, result, /)', refuse('set_result')),
  uncancel: method('($self, /)', (self: PyTask) => {
    uncancelTask(self);
    return int(self.cancelRequests);
  }),
};

/** CPython: TaskStepMethWrapper_call */
function callStep(self: PyTaskStep, surplus?: Value): Value {
  if (surplus !== undefined) throw typeError('function takes no positional arguments');
  return runStep(self.task, self.error);
}

function callStepKeywords([self, ...args]: Value[], names: readonly string[]): Value {
  if (names.length > 0) throw typeError('function takes no keyword arguments');
  return callStep(self as PyTaskStep, args[0]);
}

function make(cls: PyType): Value {
  return new (cls.Instance as new () => PyTask)();
}

export function installTask(): void {
  installType(taskType, {
    signature: '(coro, *, loop=None, name=None, context=None, eager_start=False)',
    new: { ...method('($type, *args, **kwargs)', make, undefined, 'raw'), vectorcall: ([cls]) => make(cls as PyType) },
    methods,
    properties: {
      _coro: getset((self: PyTask) => self.coroutine ?? None),
      _fut_waiter: getset((self: PyTask) => self.waiter ?? None),
      _log_destroy_pending: getset(
        (self: PyTask) => self.logDestroyPending,
        setter(taskType, '_log_destroy_pending', (self: PyTask, value) => {
          self.logDestroyPending = isTrue(value);
        }),
      ),
      _must_cancel: getset((self: PyTask) => self.mustCancel),
    },
  });
  installType(taskStepType, {
    methods: {
      __call__: { ...slot('($self, /, *args, **kwargs)', callStep), style: 'raw', vectorcall: callStepKeywords },
    },
    properties: { __self__: getset((self: PyTaskStep) => self.task) },
  });
}
