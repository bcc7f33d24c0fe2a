// The resource module: usage, and limits as they are; setting them needs the kernel. CPython: Modules/resource.c
import { HostError, hostError } from '../../host/error.ts';
import { None } from '../../runtime/core/object.ts';
import { float } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, intFromDouble, type Value } from '../../runtime/core/value.ts';
import { valueError } from '../../runtime/exceptions/errors.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { PyTuple, tuple } from '../../runtime/objects/tuple/tuple.ts';
import { toIndex } from '../../runtime/protocols/fspath.ts';
import { intArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';

const rusage = structSequence({
  name: 'struct_rusage',
  module: 'resource',
  doc: 'struct_rusage: Result from getrusage.',
  fields: [
    ...['ru_utime', 'ru_stime', 'ru_maxrss', 'ru_ixrss', 'ru_idrss', 'ru_isrss', 'ru_minflt', 'ru_majflt', 'ru_nswap'],
    ...['ru_inblock', 'ru_oublock', 'ru_msgsnd', 'ru_msgrcv', 'ru_nsignals', 'ru_nvcsw', 'ru_nivcsw'],
  ],
});

const LIMITS: readonly (readonly [name: string, number: number, title: string])[] = [
  ['RLIMIT_CPU', 0, 'Max cpu time'],
  ['RLIMIT_FSIZE', 1, 'Max file size'],
  ['RLIMIT_DATA', 2, 'Max data size'],
  ['RLIMIT_STACK', 3, 'Max stack size'],
  ['RLIMIT_CORE', 4, 'Max core file size'],
  ['RLIMIT_RSS', 5, 'Max resident set'],
  ['RLIMIT_NPROC', 6, 'Max processes'],
  ['RLIMIT_NOFILE', 7, 'Max open files'],
  ['RLIMIT_OFILE', 7, 'Max open files'],
  ['RLIMIT_MEMLOCK', 8, 'Max locked memory'],
  ['RLIMIT_AS', 9, 'Max address space'],
  ['RLIMIT_SIGPENDING', 11, 'Max pending signals'],
  ['RLIMIT_MSGQUEUE', 12, 'Max msgqueue size'],
  ['RLIMIT_NICE', 13, 'Max nice priority'],
  ['RLIMIT_RTPRIO', 14, 'Max realtime priority'],
  ['RLIMIT_RTTIME', 15, 'Max realtime timeout'],
];
const INFINITY = -1;

function getrusage(who: Value): Value {
  const number = intArgument(who);
  if (number < -1 || number > 1) throw valueError('invalid who parameter');
  const own = number === -1 ? undefined : state.interp.host.process.resourceUsage();
  const counts = [own?.minflt, own?.majflt, 0, own?.inblock, own?.oublock, 0, 0, 0, own?.nvcsw, own?.nivcsw];
  return rusage.make([
    float(own?.utime ?? 0),
    float(own?.stime ?? 0),
    ...[own?.maxrss, 0, 0, 0, ...counts].map((count) => int(count ?? 0)),
  ]);
}

/** The soft and the hard limit, from /proc. */
function limits(resource: Value): [number, number] {
  const number = intArgument(resource);
  const title = LIMITS.find(([, each]) => each === number)?.[2];
  if (title === undefined) throw valueError('invalid resource specified');
  const line = readText('/proc/self/limits')
    .split('\n')
    .find((each) => each.startsWith(title));
  const [soft, hard] = line?.slice(title.length).trim().split(/\s+/) ?? [];
  const value = (text: string | undefined): number =>
    text === undefined || text === 'unlimited' ? INFINITY : Number(text);
  return [value(soft), value(hard)];
}

function readText(path: string): string {
  const { files } = state.interp.host;
  try {
    const fd = files.open(path, files.constants['O_RDONLY'] ?? 0, 0);
    const buffer = new Uint8Array(16384);
    const count = files.read(fd, buffer);
    files.close(fd);
    return new TextDecoder().decode(buffer.subarray(0, count));
  } catch (error) {
    if (error instanceof HostError) return '';
    throw error;
  }
}

function setrlimit(resource: Value, wanted: Value): Value {
  const now = limits(resource);
  const next = wanted instanceof PyTuple || typeof wanted === 'object' ? spread(wanted) : [];
  if (next.length !== 2) throw valueError('expected a tuple of 2 integers');
  const same = next.every((v, i) => Number(toIndex(v)) === now[i]);
  if (!same) throw osErrorFromHost(hostError('ENOSYS'));
  return None;
}

export const resourceModule: NativeModule = {
  name: 'resource',
  functions: {
    getpagesize: fn('($module, /)', () => int(4096)),
    getrlimit: fn('($module, resource, /)', (resource: Value) => tuple(limits(resource).map(intFromDouble))),
    getrusage: fn('($module, who, /)', getrusage),
    setrlimit: fn('($module, resource, limits, /)', setrlimit),
  },
  types: { struct_rusage: rusage.type },
  install: () => rusage.install(),
  values: () => ({
    error: exceptionNamed('OSError'),
    RLIM_INFINITY: int(INFINITY),
    RUSAGE_SELF: int(0),
    RUSAGE_CHILDREN: int(-1),
    RUSAGE_THREAD: int(1),
    ...Object.fromEntries(LIMITS.map(([name, number]) => [name, int(number)])),
  }),
};
