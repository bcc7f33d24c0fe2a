// The running loop, the running task and the tasks that are not done. CPython: Modules/_asynciomodule.c (enter_task, all_tasks, ...)
import { None } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import type { Value } from '../../runtime/core/value.ts';
import { runtimeError } from '../../runtime/exceptions/errors.ts';
import { PySet } from '../../runtime/objects/set/set.ts';
import { setAdd } from '../../runtime/objects/set/table.ts';
import { call } from '../../runtime/protocols/call.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { itemsOf } from '../../runtime/protocols/iterate.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { PENDING, PyTask } from './layout.ts';
import { type AsyncioState, asyncioState, callMethod, fromLibrary } from './library.ts';

export function runningLoop(): Value {
  if (state.runningLoop === undefined) throw runtimeError('no running event loop');
  return state.runningLoop;
}

/** CPython: get_event_loop */
export function currentLoop(): Value {
  if (state.runningLoop !== undefined) return state.runningLoop;
  return callMethod(call(fromLibrary('asyncio.events', '_get_event_loop_policy')), 'get_event_loop');
}

export function setRunningLoop(loop: Value): Value {
  state.runningLoop = loop === None ? undefined : loop;
  return None;
}

function checkLoop(loop: Value): void {
  if (state.runningLoop !== loop) throw runtimeError(`loop ${reprForMessage(loop)} is not the running loop`);
}

export function enterTask(loop: Value, task: Value): void {
  checkLoop(loop);
  const running = state.runningTask;
  if (running !== undefined) {
    throw runtimeError(
      `Cannot enter into task ${reprForMessage(task)} while another task ${reprForMessage(running)} is being executed.`,
    );
  }
  state.runningTask = task;
}

export function leaveTask(loop: Value, task: Value): void {
  checkLoop(loop);
  const running = state.runningTask;
  if (running !== task) {
    throw runtimeError(
      `Invalid attempt to leave task ${reprForMessage(task)} while task ${reprForMessage(running ?? None)} is entered.`,
    );
  }
  state.runningTask = undefined;
}

export function swapCurrentTask(loop: Value, task: Value): Value {
  checkLoop(loop);
  const before = state.runningTask ?? None;
  state.runningTask = task === None ? undefined : task;
  return before;
}

export function currentTask(loop: Value | undefined): Value {
  const asked = loop === undefined || loop === None ? runningLoop() : loop;
  return asked === state.runningLoop ? (state.runningTask ?? None) : None;
}

/** Tasks of our own are in a list of their own; the engine would not drop weak references while Python code runs. */
export function registerTask(task: PyTask): void {
  if (task.isRegistered) return;
  const own = asyncioState();
  task.isRegistered = true;
  task.before = own.lastTask;
  if (own.lastTask !== undefined) own.lastTask.after = task;
  own.lastTask = task;
}

export function unregisterTask(task: PyTask): void {
  if (!task.isRegistered) return;
  const { before, after } = task;
  if (before !== undefined) before.after = after;
  if (after !== undefined) after.before = before;
  else asyncioState().lastTask = before;
  task.isRegistered = false;
  task.before = task.after = undefined;
}

function foreignTasks(own: AsyncioState): Value {
  own.foreignTasks ??= call(fromLibrary('weakref', 'WeakSet'));
  return own.foreignTasks;
}

export function registerAny(task: Value): void {
  if (task instanceof PyTask) registerTask(task);
  else callMethod(foreignTasks(asyncioState()), 'add', task);
}

export function unregisterAny(task: Value): void {
  if (task instanceof PyTask) unregisterTask(task);
  else callMethod(foreignTasks(asyncioState()), 'discard', task);
}

/** The tasks of a loop that are not done. CPython: _asyncio_all_tasks_impl */
export function allTasks(loop?: Value): Value {
  const asked = loop === undefined || loop === None ? runningLoop() : loop;
  const own = asyncioState();
  const result = new PySet();
  const tasks: PyTask[] = [];
  for (let task = own.lastTask; task !== undefined; task = task.before) tasks.push(task);
  for (const task of tasks.reverse()) if (task.loop === asked && task.state === PENDING) setAdd(result, task);
  const others = [...own.eagerTasks];
  if (own.foreignTasks !== undefined) others.push(...itemsOf(own.foreignTasks));
  for (const task of others) {
    const theirs = call(fromLibrary('asyncio.futures', '_get_loop'), task);
    if (theirs === asked && !isTrue(callMethod(task, 'done'))) setAdd(result, task);
  }
  return result;
}
