// The `_asyncio` module: futures and tasks. CPython: Modules/_asynciomodule.c
import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { addAwaitedBy, discardAwaitedBy } from './future.ts';
import { installFutureIter } from './future-iter.ts';
import { installFuture } from './future-methods.ts';
import { futureType, taskType } from './layout.ts';
import { asyncioState } from './library.ts';
import {
  allTasks,
  currentLoop,
  currentTask,
  enterTask,
  leaveTask,
  registerAny,
  runningLoop,
  setRunningLoop,
  swapCurrentTask,
  unregisterAny,
} from './running.ts';
import { installTask } from './task-methods.ts';

/** As a function of Python's that returns nothing. */
function none<T extends Value[]>(run: (...args: T) => unknown): (...args: T) => Value {
  return (...args) => {
    run(...args);
    return None;
  };
}

export const asyncioModule: NativeModule = {
  name: '_asyncio',
  doc: 'Accelerator module for asyncio',
  functions: {
    _enter_task: fn('($module, /, loop, task)', none(enterTask)),
    _get_running_loop: fn('($module, /)', () => state.runningLoop ?? None),
    _leave_task: fn('($module, /, loop, task)', none(leaveTask)),
    _register_eager_task: fn(
      '($module, /, task)',
      none((task: Value) => asyncioState().eagerTasks.add(task)),
    ),
    _register_task: fn('($module, /, task)', none(registerAny)),
    _set_running_loop: fn('($module, loop, /)', setRunningLoop),
    _swap_current_task: fn('($module, /, loop, task)', swapCurrentTask),
    _unregister_eager_task: fn(
      '($module, /, task)',
      none((task: Value) => asyncioState().eagerTasks.delete(task)),
    ),
    _unregister_task: fn('($module, /, task)', none(unregisterAny)),
    all_tasks: fn('($module, /, loop=None)', allTasks),
    current_task: fn('($module, /, loop=None)', currentTask),
    future_add_to_awaited_by: fn('($module, fut, waiter, /)', none(addAwaitedBy)),
    future_discard_from_awaited_by: fn('($module, fut, waiter, /)', none(discardAwaitedBy)),
    get_event_loop: fn('($module, /)', currentLoop),
    get_running_loop: fn('($module, /)', runningLoop),
  },
  types: { Future: futureType, Task: taskType },
  install() {
    installFuture();
    installFutureIter();
    installTask();
  },
};
