// The command line of `python`: short options may be joined, one of -c, -m, a file, - or nothing ends them. CPython: Python/getopt.c,
// Python/initconfig.c (config_parse_cmdline)

export type Program =
  | { kind: 'command'; source: string }
  | { kind: 'module'; name: string }
  | { kind: 'file'; path: string }
  | { kind: 'stdin' };

export interface CommandLine {
  program: Program;
  /** What the program gets as sys.argv[1:]. */
  args: string[];
  /** Letters of flags given, with how often: `-vv` is v: 2. */
  counts: Map<string, number>;
  warnings: string[];
  xoptions: Map<string, string | true>;
  checkHashBasedPycs: string | undefined;
  /** Where a profile of the program is written. */
  cpuProfile: string | undefined;
  /** -h, -V and their like: print and leave. */
  show: 'help' | 'version' | 'long version' | 'help-env' | 'help-xoptions' | 'help-all' | undefined;
}

/** A bad option: shown with the usage line, exit status 2. */
export class UsageError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const FLAGS = 'bBdEhiIOPqRsStuvVx?';

const LONG = new Map<string, CommandLine['show']>([
  ['help', 'help'],
  ['version', 'version'],
  ['help-env', 'help-env'],
  ['help-xoptions', 'help-xoptions'],
  ['help-all', 'help-all'],
]);

/** Takes argv (without the interpreter) apart. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const line: CommandLine = {
    program: { kind: 'stdin' },
    args: [],
    counts: new Map(),
    warnings: [],
    xoptions: new Map(),
    checkHashBasedPycs: undefined,
    cpuProfile: undefined,
    show: undefined,
  };
  let i = 0;
  while (i < argv.length) {
    const word = argv[i]!;
    if (word === '-' || !word.startsWith('-')) break;
    i++;
    if (word === '--') break;
    if (word.startsWith('--')) {
      i += longOption(line, word.slice(2), argv[i]);
      continue;
    }
    const used = shortOptions(line, word, argv.slice(i));
    if (used === 'end') {
      line.args = argv.slice(i + (word.length > indexOfEnder(word) + 1 ? 0 : 1));
      return line;
    }
    i += used;
  }
  if (i < argv.length) {
    line.program = argv[i] === '-' ? { kind: 'stdin' } : { kind: 'file', path: argv[i]! };
    line.args = argv.slice(i + 1);
    // `-` stands in sys.argv[0] too.
    if (argv[i] === '-') line.counts.set('-', 1);
  }
  return line;
}

function indexOfEnder(word: string): number {
  for (let at = 1; at < word.length; at++) if (word[at] === 'c' || word[at] === 'm') return at;
  return word.length;
}

function longOption(line: CommandLine, name: string, next: string | undefined): number {
  if (name === 'check-hash-based-pycs') {
    if (next === undefined) throw new UsageError('Argument expected for the --check-hash-based-pycs option');
    if (!['always', 'never', 'default'].includes(next)) {
      throw new UsageError("--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
    }
    line.checkHashBasedPycs = next;
    return 1;
  }
  if (name === 'cpu-profile') {
    if (next === undefined) throw new UsageError('Argument expected for the --cpu-profile option');
    line.cpuProfile = next;
    return 1;
  }
  const show = LONG.get(name);
  if (show === undefined) throw new UsageError(`Unknown option: --${name}`);
  line.show ??= show;
  return 0;
}

/** One word of joined options. How many following words it used, or 'end' when it named the program. */
function shortOptions(line: CommandLine, word: string, rest: readonly string[]): number | 'end' {
  for (let at = 1; at < word.length; at++) {
    const letter = word[at]!;
    if ('cmWX'.includes(letter)) {
      const joined = word.slice(at + 1);
      const argument = joined !== '' ? joined : rest[0];
      if (argument === undefined) throw new UsageError(`Argument expected for the -${letter} option`);
      if (letter === 'c' || letter === 'm') {
        line.program = letter === 'c' ? { kind: 'command', source: argument } : { kind: 'module', name: argument };
        return 'end';
      }
      if (letter === 'W') line.warnings.push(argument);
      else addXoption(line, argument);
      return joined !== '' ? 0 : 1;
    }
    if (!FLAGS.includes(letter)) throw new UsageError(`Unknown option: -${letter}`);
    const count = (line.counts.get(letter) ?? 0) + 1;
    line.counts.set(letter, count);
    if (letter === 'h' || letter === '?') line.show = 'help';
    if (letter === 'V') line.show = count > 1 ? 'long version' : 'version';
  }
  return 0;
}

function addXoption(line: CommandLine, argument: string): void {
  const equals = argument.indexOf('=');
  if (equals < 0) line.xoptions.set(argument, true);
  else line.xoptions.set(argument.slice(0, equals), argument.slice(equals + 1));
}
