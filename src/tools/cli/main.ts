// The command `taipan`: options, then the program, then the exit status. CPython: Modules/main.c

import { isCompiledFile, runCompiled } from '../../api/compiled-main.ts';
import { interact } from '../../api/interact.ts';
import { Memory } from '../../api/memory.ts';
import { inspectAfter, makeMain, runModule, runSource, runToEnd, setMainFile } from '../../api/run.ts';
import { beginForSnapshot, startForCommandLine } from '../../api/start.ts';
import { showVersion } from '../../api/version.ts';
import { type CliConfig, ConfigError, configure } from './config.ts';
import { type CommandLine, parseCommandLine, UsageError } from './options.ts';
import { profiled } from './profile.ts';
import { HELP, TRY_HELP, USAGE_LINE } from './usage.ts';

export { beginForSnapshot, Memory };

export interface Command {
  argv: readonly string[];
  /** How the command was called, for messages and sys.executable. */
  executable: string;
  environment: (name: string) => string | undefined;
  /** The package's build folder: library and compiled units. */
  build: string;
  /** Digest of the compiler's own code. */
  fingerprint: string;
  /** What the snapshot that this process started from holds of the library. */
  memory?: Memory;
  write: (text: string) => void;
  log: (text: string) => void;
}

/** Runs the command; the exit status. */
export function main(command: Command): number {
  let line: CommandLine;
  try {
    line = parseCommandLine(command.argv);
  } catch (e) {
    if (!(e instanceof UsageError)) throw e;
    command.log(`${e.message}\n${USAGE_LINE(command.executable)}${TRY_HELP('python')}`);
    return 2;
  }
  if (line.show !== undefined) return show(command, line.show);
  return run(command, line);
}

function show(command: Command, what: NonNullable<CommandLine['show']>): number {
  if (what === 'version' || what === 'long version') command.write(showVersion(what === 'long version'));
  else command.write(USAGE_LINE(command.executable) + HELP);
  return 0;
}

function run(command: Command, line: CommandLine): number {
  let config: CliConfig;
  try {
    config = configure(line, command.environment);
  } catch (e) {
    if (!(e instanceof ConfigError)) throw e;
    command.log(`Fatal Python error: ${e.message}\nPython runtime state: preinitialized\n\n`);
    return 1;
  }
  const started = startForCommandLine({ ...command, line, config });
  if (typeof started === 'number') return started;
  const { interp, program } = started;
  const module = makeMain(interp);
  const wantsPrompt = line.program.kind === 'stdin' && (started.terminal || line.counts.has('i'));
  const body = (): void => {
    // Options for warnings that make no sense are complained of at once.
    if (config.warnOptions.length > 0) interp.importModule('warnings');
    if (wantsPrompt) interact(interp, module, config.quiet);
    else if (program.kind === 'module') runModule(interp, program.name, program.setArgv0);
    else {
      const isFile = line.program.kind === 'file';
      const { source, filename } = program;
      const isCompiled = isFile && typeof source !== 'string' && isCompiledFile(interp, filename, source);
      if (isFile) setMainFile(interp, module, filename, isCompiled);
      if (isCompiled) runCompiled(interp, module, source);
      else runSource(interp, module, source, filename, isFile);
    }
  };
  const all = (): number =>
    config.inspect && !wantsPrompt
      ? runToEnd(interp, () => inspectAfter(interp, module, body, command.log), command.log)
      : runToEnd(interp, body, command.log);
  return line.cpuProfile === undefined ? all() : profiled(interp.host, line.cpuProfile, all);
}
