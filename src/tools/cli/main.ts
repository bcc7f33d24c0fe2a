// The command `taipan`: options, then the program, then the exit status. CPython: Modules/main.c

import { interact } from '../../api/interact.ts';
import { makeMain, runModule, runSource, runToEnd } from '../../api/run.ts';
import { startForCommandLine } from '../../api/start.ts';
import { showVersion } from '../../api/version.ts';
import { configure } from './config.ts';
import { type CommandLine, parseCommandLine, UsageError } from './options.ts';
import { HELP, TRY_HELP, USAGE_LINE } from './usage.ts';

export interface Process {
  argv: readonly string[];
  /** How the command was called, for messages and sys.executable. */
  executable: string;
  environment: (name: string) => string | undefined;
  /** The package's build folder: library and compiled units. */
  build: string;
  write: (text: string) => void;
  log: (text: string) => void;
}

/** Runs the command; the exit status. */
export function main(process: Process): number {
  let line: CommandLine;
  try {
    line = parseCommandLine(process.argv);
  } catch (e) {
    if (!(e instanceof UsageError)) throw e;
    process.log(`${e.message}\n${USAGE_LINE(process.executable)}${TRY_HELP('python')}`);
    return 2;
  }
  if (line.show !== undefined) return show(process, line.show);
  return run(process, line);
}

function show(process: Process, what: NonNullable<CommandLine['show']>): number {
  if (what === 'version' || what === 'long version') process.write(showVersion(what === 'long version'));
  else process.write(USAGE_LINE(process.executable) + HELP);
  return 0;
}

function run(process: Process, line: CommandLine): number {
  const config = configure(line, process.environment);
  const started = startForCommandLine({ ...process, line, config });
  if (typeof started === 'number') return started;
  const { interp, program } = started;
  const module = makeMain(interp);
  const wantsPrompt = line.program.kind === 'stdin' && (started.terminal || line.counts.has('i'));
  const body = (): void => {
    if (wantsPrompt) interact(interp, module, config.quiet);
    else if (program.kind === 'module') runModule(interp, program.name, program.setArgv0);
    else runSource(interp, module, program.source, program.filename);
  };
  return runToEnd(interp, body, process.log);
}
