// The events of `sys.monitoring` that functions of a traced unit raise: start, line, return, exceptions. There are no instructions here:
// an "offset" is twice the index of a source position. CPython: Python/instrumentation.c (call_instrumentation_vector)
import type { PyObject } from '../core/object.ts';
import { state } from '../core/state.ts';
import { int, type Value } from '../core/value.ts';
import type { PyCode } from '../objects/code/code.ts';
import type { PyFrame } from '../objects/traceback/traceback.ts';
import { call } from '../protocols/call.ts';

/** CPython: Include/cpython/monitoring.h */
export const Event = {
  PY_START: 1,
  PY_RETURN: 4,
  LINE: 32,
  RAISE: 2048,
  EXCEPTION_HANDLED: 4096,
  PY_UNWIND: 8192,
} as const;

/** A tool that is in use: what it wants to hear of, and whom to tell. */
export class MonitoringTool {
  readonly name: Value;
  events = 0;
  readonly local: Map<PyCode, number> = new Map();
  readonly callbacks: Map<number, Value> = new Map();
  /** Places that answered DISABLE: event and position. */
  readonly disabled: Map<PyCode, Set<string>> = new Map();
  constructor(name: Value) {
    this.name = name;
  }

  wants(event: number, code: PyCode): boolean {
    return ((this.events | (this.local.get(code) ?? 0)) & event) !== 0;
  }
}

/** The tools of an interpreter by id. */
export interface Monitoring {
  readonly tools: Map<number, MonitoringTool>;
  /** `sys.monitoring.DISABLE` */
  readonly disable: PyObject;
}

export const MONITORING: unique symbol = Symbol('monitoring');

function monitoring(): Monitoring | undefined {
  return state.interp.states.get(MONITORING) as Monitoring | undefined;
}

/** Whether code compiled now will have somebody to report to. */
export function isMonitoring(): boolean {
  return (monitoring()?.tools.size ?? 0) > 0;
}

/** Whether some tool wants this event of a function. */
export function isMonitored(event: number, code: PyCode): boolean {
  const tools = monitoring()?.tools;
  if (tools === undefined || tools.size === 0 || state.isTracing) return false;
  for (const tool of tools.values()) if (tool.wants(event, code)) return true;
  return false;
}

export function raiseEvent(frame: PyFrame, event: number, offset: Value, ...args: Value[]): void {
  raiseEventAt(frame, event, `${event} ${offset as number}`, [offset, ...args]);
}

/** Calls who wants to hear of an event, in order of tool ids; `args` follow the code object. */
export function raiseEventAt(frame: PyFrame, event: number, place: string, args: readonly Value[]): void {
  if (!isMonitored(event, frame.code)) return;
  const { tools, disable } = monitoring()!;
  for (const id of [...tools.keys()].sort()) {
    const tool = tools.get(id);
    const callback = tool?.callbacks.get(event);
    if (tool === undefined || callback === undefined || !tool.wants(event, frame.code)) continue;
    if (tool.disabled.get(frame.code)?.has(place)) continue;
    if (tell(callback, frame.code, args) === disable) disablePlace(tool, frame.code, place);
  }
}

function tell(callback: Value, code: PyCode, args: readonly Value[]): Value {
  state.isTracing = true;
  try {
    return call(callback, code, ...args);
  } finally {
    state.isTracing = false;
  }
}

function disablePlace(tool: MonitoringTool, code: PyCode, place: string): void {
  const places = tool.disabled.get(code);
  if (places === undefined) tool.disabled.set(code, new Set([place]));
  else places.add(place);
}

/** Where a frame is, as events tell it. */
export function offsetOf(frame: PyFrame): Value {
  return int(2 * Math.max(0, frame.position - (frame.code.info.firstPosition ?? 0)));
}
