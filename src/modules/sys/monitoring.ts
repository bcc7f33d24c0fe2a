// sys.monitoring: tool ids, callbacks and event sets, checked as in CPython; runtime/execution/monitoring.ts raises the events of traced
// units (docs/differences/sys.md). CPython: Python/instrumentation.c (monitoring_*_impl)

import { attributeKey } from '../../runtime/core/names.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { MONITORING, type Monitoring, MonitoringTool } from '../../runtime/execution/monitoring.ts';
import { fn, installFunctions } from '../../runtime/native/define.ts';
import { PyCode } from '../../runtime/objects/code/code.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { newModule, type PyModule, setNamespaceValue } from '../../runtime/objects/module/module.ts';
import { simpleNamespace } from '../../runtime/objects/namespace/namespace.ts';
import { intArgument } from '../../runtime/protocols/item.ts';

const EVENTS = {
  PY_START: 1,
  PY_RESUME: 2,
  PY_RETURN: 4,
  PY_YIELD: 8,
  CALL: 16,
  LINE: 32,
  INSTRUCTION: 64,
  JUMP: 128,
  BRANCH_LEFT: 256,
  BRANCH_RIGHT: 512,
  STOP_ITERATION: 1024,
  RAISE: 2048,
  EXCEPTION_HANDLED: 4096,
  PY_UNWIND: 8192,
  PY_THROW: 16384,
  RERAISE: 32768,
  C_RETURN: 65536,
  C_RAISE: 131072,
  BRANCH: 262144,
} as const;
const C_EVENTS = EVENTS.C_RETURN | EVENTS.C_RAISE;
const TOOLS = 6;

/** A new `sys.monitoring`, with the state of one interpreter. */
export function monitoringModule(): PyModule {
  const tools = new Map<number, MonitoringTool>();
  const disable = new PyObject();
  state.interp.states.set(MONITORING, { tools, disable } satisfies Monitoring);
  const module = newModule('monitoring');
  const set = (name: string, value: Value): void => setNamespaceValue(module, attributeKey(name), value);
  installFunctions(module, 'sys.monitoring', {
    use_tool_id: fn('(tool_id, name, /)', (id: Value, name: Value) => {
      const tool = toolId(id);
      if (typeof name !== 'string') throw valueError('tool name must be a str');
      if (tools.has(tool)) throw valueError(`tool ${tool} is already in use`);
      tools.set(tool, new MonitoringTool(name));
      return None;
    }),
    clear_tool_id: fn('(tool_id, /)', (id: Value) => {
      const tool = tools.get(toolId(id));
      if (tool !== undefined) clear(tool);
      return None;
    }),
    free_tool_id: fn('(tool_id, /)', (id: Value) => {
      tools.delete(toolId(id));
      return None;
    }),
    get_tool: fn('(tool_id, /)', (id: Value) => tools.get(toolId(id))?.name ?? None),
    register_callback: fn('(tool_id, event, func, /)', (id: Value, event: Value, callback: Value) => {
      const number = toolId(id);
      const bits = intArgument(event);
      if (bits <= 0 || (bits & (bits - 1)) !== 0)
        throw valueError('The callback can only be set for one event at a time');
      if (bits > EVENTS.BRANCH) throw valueError(`invalid event ${bits}`);
      const callbacks = tools.get(number)?.callbacks;
      const before = callbacks?.get(bits) ?? None;
      if (callback === None) callbacks?.delete(bits);
      else callbacks?.set(bits, callback);
      return before;
    }),
    get_events: fn('(tool_id, /)', (id: Value) => int(inUse(tools, id).events)),
    set_events: fn('(tool_id, event_set, /)', (id: Value, events: Value) => {
      inUse(tools, id).events = eventSet(events);
      return None;
    }),
    get_local_events: fn('(tool_id, code, /)', (id: Value, code: Value) => {
      return int(inUse(tools, id, code).local.get(code as PyCode) ?? 0);
    }),
    set_local_events: fn('(tool_id, code, event_set, /)', (id: Value, code: Value, events: Value) => {
      inUse(tools, id, code).local.set(code as PyCode, eventSet(events));
      return None;
    }),
    restart_events: fn('()', () => {
      for (const tool of tools.values()) tool.disabled.clear();
      return None;
    }),
    _all_events: fn('()', () => new PyDict()),
  });
  set(
    'events',
    simpleNamespace(
      Object.fromEntries(Object.entries({ ...EVENTS, NO_EVENTS: 0 }).map(([name, bits]) => [name, int(bits)])),
    ),
  );
  set('DISABLE', disable);
  set('MISSING', new PyObject());
  for (const [name, id] of [
    ['DEBUGGER_ID', 0],
    ['COVERAGE_ID', 1],
    ['PROFILER_ID', 2],
    ['OPTIMIZER_ID', 5],
  ] as const)
    set(name, int(id));
  return module;
}

/** `sys._jit` tells about CPython's own experimental JIT, which is not here. CPython: Python/sysmodule.c (_jit_*) */
export function jitModule(): PyModule {
  const module = newModule('_jit');
  const no = fn('()', () => false);
  installFunctions(module, '_jit', { is_available: no, is_enabled: no, is_active: no });
  return module;
}

function clear(tool: MonitoringTool): void {
  tool.events = 0;
  tool.local.clear();
  tool.callbacks.clear();
  tool.disabled.clear();
}

function toolId(id: Value): number {
  const tool = intArgument(id);
  if (tool < 0 || tool >= TOOLS) throw valueError(`invalid tool ${tool} (must be between 0 and 5)`);
  return tool;
}

function inUse(tools: Map<number, MonitoringTool>, id: Value, code?: Value): MonitoringTool {
  if (code !== undefined && !(code instanceof PyCode)) throw typeError('code must be a code object');
  const tool = tools.get(toolId(id));
  if (tool === undefined) throw valueError(`tool ${intArgument(id)} is not in use`);
  return tool;
}

function eventSet(v: Value): number {
  const events = intArgument(v);
  if (events < 0 || events >= EVENTS.BRANCH * 2) throw valueError(`invalid event set 0x${(events >>> 0).toString(16)}`);
  const plain = events & ~C_EVENTS;
  if ((events & C_EVENTS) !== 0 && (plain & EVENTS.CALL) === 0) {
    throw valueError('cannot set C_RETURN or C_RAISE events independently');
  }
  return plain;
}
