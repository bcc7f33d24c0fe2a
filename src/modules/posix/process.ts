// os functions on processes, users, the environment and the machine. CPython: Modules/posixmodule.c

import { strerror } from '../../host/errno.ts';
import { hostError } from '../../host/error.ts';
import type { ChildExit, Children } from '../../host/process.ts';
import { None } from '../../runtime/core/object.ts';
import { float, type PyStr, typeOf } from '../../runtime/core/primitives.ts';
import { checkSignals } from '../../runtime/core/state.ts';
import { int, intFromDouble, type Value } from '../../runtime/core/value.ts';
import { typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, type ModuleTable } from '../../runtime/native/define.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { callKeywords } from '../../runtime/protocols/call.ts';
import { toIndex, toSize } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';
import { textFromHost, textToHost } from '../../runtime/text/host-text.ts';
import { attempt, host, pathArgument } from './arguments.ts';
import { toBytes } from './join.ts';
import { timesResult, unameResult, waitidResult } from './results.ts';

/** CPython: convertenviron: bytes to bytes on POSIX */
export function makeEnviron(): Value {
  const environ = new PyDict();
  fillEnviron(environ);
  return environ;
}

export function fillEnviron(environ: PyDict): void {
  for (const [name, value] of host().process.env.entries())
    dictSet(environ, bytes(toBytes(name)), bytes(toBytes(value)));
}

function environmentText(v: Value): string | Uint8Array {
  if (v instanceof PyBytes) return textFromBytes(v.value);
  if (!isStr(v)) throw typeError(`expected str, bytes or os.PathLike object, not ${typeOf(v).typeName}`);
  const text = textToHost(v);
  if (text === undefined) throw valueError('illegal environment variable name');
  return text;
}

/** Names and values are text to the host where they can be. */
function textFromBytes(data: Uint8Array): string | Uint8Array {
  const text = textFromHost(data);
  return typeof text === 'string' ? text : (textToHost(text) ?? data);
}

function putenv(name: Value, value: Value): Value {
  const [key, text] = [environmentText(name), environmentText(value)];
  const hasEquals = typeof key === 'string' ? key.includes('=') : key.includes(61);
  if (hasEquals) throw valueError('illegal environment variable name');
  if (key.length === 0) attempt(() => fail('EINVAL'));
  host().process.env.set(key, text);
  return None;
}

function unsetenv(name: Value): Value {
  const key = environmentText(name);
  if (key.length === 0 || (typeof key === 'string' && key.includes('='))) attempt(() => fail('EINVAL'));
  host().process.env.unset(key);
  return None;
}

function fail(errno: string): never {
  throw hostError(errno);
}

function children(): Children {
  return host().process.children ?? fail('ENOSYS');
}

/** The status word of wait(2). */
function statusOf(exit: { exitCode: number; signal: number }): number {
  return exit.signal !== 0 ? exit.signal : exit.exitCode << 8;
}

const WNOHANG = 1;

function waitFor(pid: Value, options: Value): ChildExit | undefined {
  const [number, flags] = [intArgument(pid), intArgument(options)];
  return attempt(() => children().wait(number <= 0 ? -1 : number, (flags & WNOHANG) === 0));
}

function waitpid(pid: Value, options: Value): Value {
  const exit = waitFor(pid, options);
  return tuple(exit ? [int(exit.pid), int(statusOf(exit))] : [int(0), int(0)]);
}

const CLD_EXITED = 1;
const CLD_KILLED = 2;
const P_PID = 1;

function waitid(kind: Value, id: Value, options: Value): Value {
  const exit = waitFor(intArgument(kind) === P_PID ? id : int(-1), options);
  if (!exit) return None;
  const { signal, exitCode, pid } = exit;
  const uid = host().process.getuid();
  const numbers = [
    pid,
    uid,
    host().signals.numbers['SIGCHLD'] ?? 17,
    signal || exitCode,
    signal ? CLD_KILLED : CLD_EXITED,
  ];
  return waitidResult.make(numbers.map(int));
}

/** CPython: os_system_impl */
function system(command: Value): Value {
  const { path } = pathArgument(command, 'system', 'command');
  const result = attempt(() => children().runCommand(['/bin/sh', '-c', path], { inherit: true }));
  return int(statusOf(result));
}

/**
 * exec(2): no host can replace its own process, so the program runs as a child with our streams, and its end is ours.
 * CPython: os_execv_impl
 */
function execute(path: Value, argv: Value, env?: Value): Value {
  const program = pathArgument(path, env === undefined ? 'execv' : 'execve');
  const name = env === undefined ? 'execv()' : 'execve()';
  if (!(typeof argv === 'object' && argv.sq !== undefined)) throw typeError(`${name} arg 2 must be a tuple or list`);
  const args = spread(argv).map((item) => pathArgument(item, 'execv', 'arg 2').path);
  if (args.length === 0) throw valueError(`${name} arg 2 must not be empty`);
  const options = { inherit: true, ...(env === undefined ? undefined : { env: environmentEntries(env) }) };
  const result = attempt(() => children().runCommand([program.path, ...args.slice(1)], options), path);
  if (result.signal !== 0) host().process.kill(host().process.pid, result.signal);
  return host().process.exit(result.exitCode);
}

/** A mapping as environment entries. */
export function environmentEntries(env: Value): [string | Uint8Array, string | Uint8Array][] {
  const items = callKeywords(getAttr(env, 'items'), [], []);
  return spread(items).map((pair) => {
    const [name, value] = spread(pair);
    return [environmentText(name!), environmentText(value!)];
  });
}

function kill(pid: Value, signal: Value): Value {
  const [number, signum] = [intArgument(pid), intArgument(signal)];
  attempt(() => host().process.kill(number, signum));
  // The signal may have been for us.
  checkSignals();
  return None;
}

function waitstatusToExitcode(status: Value): Value {
  const word = intArgument(status);
  if ((word & 0x7f) === 0) return int((word >> 8) & 0xff);
  if ((word & 0x7f) !== 0x7f) return int(-(word & 0x7f));
  throw valueError(`process stopped by delivery of signal ${(word >> 8) & 0xff}`);
}

/** A test or part of a wait status. */
function status(compute: (word: number) => boolean | number): (word: Value) => Value {
  return (word) => {
    const result = compute(intArgument(word));
    return typeof result === 'number' ? int(result) : result;
  };
}

function urandom(size: Value): Value {
  const count = toSize(size);
  if (count < 0) throw valueError('negative argument not allowed');
  const buffer = new Uint8Array(count);
  attempt(() => host().entropy.fill(buffer));
  return bytes(buffer);
}

function times(): Value {
  const { utime, stime } = host().process.resourceUsage();
  const elapsed = Number(host().clock.monotonicNs()) / 1e9;
  return timesResult.make([float(utime), float(stime), float(0), float(0), float(elapsed)]);
}

function uname(): Value {
  const { sysname, nodename, release, version, machine } = host().process.uname();
  return unameResult.make([sysname, nodename, release, version, machine]);
}

export const SYSCONF_NAMES: Readonly<Record<string, number>> = {
  SC_ARG_MAX: 0,
  SC_CLK_TCK: 2,
  SC_OPEN_MAX: 4,
  SC_PAGESIZE: 30,
  SC_PAGE_SIZE: 30,
  SC_IOV_MAX: 60,
  SC_NPROCESSORS_CONF: 83,
  SC_NPROCESSORS_ONLN: 84,
};

function sysconf(name: Value): Value {
  let number: number | undefined;
  if (isStr(name)) number = SYSCONF_NAMES[typeof name === 'string' ? name : (name as PyStr).value];
  else number = Number(toIndex(name));
  if (number === undefined) throw valueError('unrecognized configuration name');
  const answers = new Map([
    [0, 2097152],
    [2, 100],
    [4, 1024],
    [30, 4096],
    [60, 1024],
    [83, host().process.cpuCount()],
    [84, host().process.cpuCount()],
  ]);
  return int(answers.get(number) ?? attempt(() => fail('EINVAL')));
}

function priority(which: Value, who: Value): number {
  if (intArgument(which) !== 0) attempt(() => fail('EINVAL'));
  return intArgument(who);
}

function makedev(major: Value, minor: Value): Value {
  const [a, b] = [BigInt(toIndex(major)), BigInt(toIndex(minor))];
  return intFromDouble(
    Number(((a & 0xfffff000n) << 32n) | ((a & 0xfffn) << 8n) | ((b & 0xffffff00n) << 12n) | (b & 0xffn)),
  );
}

const no = '($module, /)';

export const PROCESS_FUNCTIONS: ModuleTable = {
  WCOREDUMP: fn(
    '($module, status, /)',
    status((word) => (word & 0x80) !== 0),
  ),
  WEXITSTATUS: fn(
    '($module, /, status)',
    status((word) => (word >> 8) & 0xff),
  ),
  WIFCONTINUED: fn(
    '($module, /, status)',
    status((word) => word === 0xffff),
  ),
  WIFEXITED: fn(
    '($module, /, status)',
    status((word) => (word & 0x7f) === 0),
  ),
  WIFSIGNALED: fn(
    '($module, /, status)',
    status((word) => (word & 0x7f) !== 0 && (word & 0x7f) !== 0x7f),
  ),
  WIFSTOPPED: fn(
    '($module, /, status)',
    status((word) => (word & 0xff) === 0x7f),
  ),
  WSTOPSIG: fn(
    '($module, /, status)',
    status((word) => (word >> 8) & 0xff),
  ),
  WTERMSIG: fn(
    '($module, /, status)',
    status((word) => word & 0x7f),
  ),
  _create_environ: fn(no, makeEnviron),
  _exit: fn('($module, /, status)', (code: Value) => host().process.exit(intArgument(code) & 0xff)),
  abort: fn(no, () => {
    host().process.kill(host().process.pid, host().signals.numbers['SIGABRT'] ?? 6);
    return None;
  }),
  cpu_count: fn(no, () => int(host().process.cpuCount())),
  ctermid: fn(no, () => '/dev/tty'),
  execv: fn('($module, path, argv, /)', (path: Value, argv: Value) => execute(path, argv)),
  execve: fn('($module, /, path, argv, env)', execute),
  getegid: fn(no, () => int(host().process.getegid())),
  geteuid: fn(no, () => int(host().process.geteuid())),
  getgid: fn(no, () => int(host().process.getgid())),
  getgroups: fn(no, () => new PyList(host().process.getgroups().map(int))),
  getloadavg: fn(no, () => tuple(host().process.loadAverage().map(float))),
  getpid: fn(no, () => int(host().process.pid)),
  getppid: fn(no, () => int(host().process.ppid)),
  getpriority: fn('($module, /, which, who)', (which: Value, who: Value) => {
    const pid = priority(which, who);
    return int(attempt(() => host().process.getPriority(pid)));
  }),
  getrandom: fn('($module, /, size, flags=0)', (size: Value) => urandom(size)),
  getuid: fn(no, () => int(host().process.getuid())),
  kill: fn('($module, pid, signal, /)', kill),
  killpg: fn('($module, pgid, signal, /)', (pgid: Value, signal: Value) => kill(int(-intArgument(pgid)), signal)),
  major: fn('($module, device, /)', (device: Value) => {
    const d = BigInt(toIndex(device));
    return int(Number(((d >> 8n) & 0xfffn) | ((d >> 32n) & 0xfffff000n)));
  }),
  makedev: fn('($module, major, minor, /)', makedev),
  minor: fn('($module, device, /)', (device: Value) => {
    const d = BigInt(toIndex(device));
    return int(Number((d & 0xffn) | ((d >> 12n) & 0xffffff00n)));
  }),
  nice: fn('($module, increment, /)', (increment: Value) => {
    const next = host().process.getPriority(0) + intArgument(increment);
    attempt(() => host().process.setPriority(0, Math.max(-20, Math.min(19, next))));
    return int(host().process.getPriority(0));
  }),
  putenv: fn('($module, name, value, /)', putenv),
  register_at_fork: fn(
    '($module, /, *, before=<unrepresentable>,\n                 after_in_child=<unrepresentable>,\n' +
      '                 after_in_parent=<unrepresentable>)',
    (before?: Value, child?: Value, parent?: Value) => {
      if (before === undefined && child === undefined && parent === undefined)
        throw typeError('At least one argument is required.');
      return None;
    },
  ),
  setpriority: fn('($module, /, which, who, priority)', (which: Value, who: Value, value: Value) => {
    const pid = priority(which, who);
    attempt(() => host().process.setPriority(pid, intArgument(value)));
    return None;
  }),
  strerror: fn('($module, code, /)', (code: Value) => strerror(intArgument(code), host().errnos)),
  sync: fn(no, () => None),
  _is_inputhook_installed: fn('()', () => false),
  sysconf: fn('($module, name, /)', sysconf),
  system: fn('($module, /, command)', system),
  times: fn(no, times),
  uname: fn(no, uname),
  unsetenv: fn('($module, name, /)', unsetenv),
  urandom: fn('($module, size, /)', urandom),
  wait: fn(no, () => waitpid(int(-1), int(0))),
  waitid: fn('($module, idtype, id, options, /)', waitid),
  waitpid: fn('($module, pid, options, /)', waitpid),
  waitstatus_to_exitcode: fn('($module, /, status)', waitstatusToExitcode),
};
