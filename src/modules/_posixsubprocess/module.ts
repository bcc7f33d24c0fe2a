// The _posixsubprocess module: fork_exec as one step of the host. CPython: Modules/_posixsubprocess.c
import { HostError, type HostText } from '../../host/error.ts';
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { runtimeError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { fspath, toHostPath } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';

/** A pid that no child has: waiting for it is ECHILD, as subprocess expects of a child that never came to be. */
const NO_PID = 0x7fffffff;
const HIGHEST_INHERITED = 255;

/** Bytes as text where they can be: the host's names are text. */
function hostText(v: Value): HostText {
  const text = toHostPath(fspath(v));
  if (typeof text === 'string') return text;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
  } catch {
    return text;
  }
}

function environment(env: Value): (readonly [HostText, HostText])[] | undefined {
  if (env === None) return undefined;
  return spread(env).map((entry) => {
    if (!(entry instanceof PyBytes)) throw typeError(`expected bytes, ${typeOf(entry).typeName} found`);
    const equals = entry.value.indexOf(61, 1);
    const part = (from: number, to: number): HostText => hostText(new PyBytes(entry.value.slice(from, to)));
    return [part(0, equals), part(equals + 1, entry.value.length)] as const;
  });
}

/** What the child's descriptors are. */
function descriptors(standard: readonly number[], closeFds: boolean, passFds: readonly number[]): Map<number, number> {
  const { files } = state.interp.host;
  const map = new Map<number, number>();
  for (const [child, ours] of standard.entries()) {
    const fd = ours === -1 ? child : ours;
    if (isOpen(fd)) map.set(child, fd);
  }
  for (const fd of passFds) map.set(fd, fd);
  if (closeFds) return map;
  for (let fd = 3; fd <= HIGHEST_INHERITED; fd++) if (isOpen(fd) && files.getInheritable(fd)) map.set(fd, fd);
  return map;
}

function isOpen(fd: number): boolean {
  try {
    state.interp.host.files.getInheritable(fd);
    return true;
  } catch {
    return false;
  }
}

/** CPython: subprocess_fork_exec_impl; the arguments are those of its signature */
function forkExec(...given: Value[]): Value {
  const [args, executables, closeFds, passFds, cwd, env, p2cread, , , c2pwrite, , errwrite, , errpipe] = given;
  const [, setsid, pgid, gid, groups, uid, , preexec] = given.slice(14);
  const { children } = state.interp.host.process;
  if (children === undefined) throw runtimeError('this host starts no processes');
  if (preexec !== None) throw runtimeError('preexec_fn is not supported on this platform');
  if (intArgument(pgid!) >= 0 || groups !== None) throw valueError('process_group and extra_groups are not supported');
  const directory = cwd === None ? undefined : hostText(cwd!);
  try {
    const pid = children.spawn({
      executables: spread(executables!).map(hostText),
      args: spread(args!).map(hostText),
      ...optional('env', environment(env!)),
      ...optional('cwd', directory),
      descriptors: descriptors(
        [p2cread!, c2pwrite!, errwrite!].map(intArgument),
        isTrue(closeFds!),
        spread(passFds!)
          .map(intArgument)
          .filter((fd) => fd !== intArgument(errpipe!)),
      ),
      newSession: isTrue(setsid!),
      ...optional('uid', uid === None ? undefined : intArgument(uid!)),
      ...optional('gid', gid === None ? undefined : intArgument(gid!)),
    });
    return int(pid);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    report(intArgument(errpipe!), error, directory);
    return int(NO_PID);
  }
}

function optional<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

/** What a child that could not start would have written to its parent. */
function report(errpipe: number, error: HostError, directory: HostText | undefined): void {
  const where = directory !== undefined && error.path === directory ? 'noexec:chdir' : '';
  const text = `OSError:${error.code.toString(16)}:${where}`;
  state.interp.host.files.write(errpipe, new TextEncoder().encode(text));
}

export const posixsubprocessModule: NativeModule = {
  name: '_posixsubprocess',
  doc: 'A POSIX helper for the subprocess module.',
  functions: {
    fork_exec: fn(
      '($module, args, executable_list, close_fds, pass_fds, cwd,\n' +
        '          env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,\n' +
        '          errpipe_read, errpipe_write, restore_signals, call_setsid,\n' +
        '          pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,\n' +
        '          /)',
      forkExec,
    ),
  },
};
