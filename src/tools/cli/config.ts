// The interpreter's configuration from the command line and the PYTHON* variables. CPython: Python/initconfig.c
import type { CommandLine } from './options.ts';

/** Reads one environment variable; undefined when unset. */
export type ReadVariable = (name: string) => string | undefined;

export interface CliConfig {
  flags: Record<string, number | boolean>;
  warnOptions: string[];
  xoptions: Map<string, string | true>;
  pythonPath: string[];
  pycachePrefix: string | undefined;
  stdioEncoding: string | undefined;
  inspect: boolean;
  quiet: boolean;
}

/** What keeps Python from starting; the message is all the user sees. CPython: PyStatus_Error */
export class ConfigError extends Error {}

export function configure(line: CommandLine, environment: ReadVariable): CliConfig {
  const isolated = line.counts.has('I');
  const ignore = isolated || line.counts.has('E');
  const read: ReadVariable = (name) => {
    const value = ignore ? undefined : environment(name);
    return value === '' ? undefined : value;
  };
  const flags = flagsFrom(line, read, isolated, ignore);
  return {
    flags,
    warnOptions: warningOptions(line, read, flags),
    xoptions: line.xoptions,
    pythonPath: read('PYTHONPATH')?.split(':') ?? [],
    pycachePrefix: stringOption(line, 'pycache_prefix') ?? read('PYTHONPYCACHEPREFIX'),
    stdioEncoding: read('PYTHONIOENCODING'),
    inspect: line.counts.has('i') || read('PYTHONINSPECT') !== undefined,
    quiet: line.counts.has('q'),
  };
}

function stringOption(line: CommandLine, name: string): string | undefined {
  const value = line.xoptions.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** A letter's count, or what the variable says: a number, else 1 when set. */
function level(line: CommandLine, letter: string, read: ReadVariable, variable: string): number {
  const value = read(variable);
  const fromVariable = value === undefined ? 0 : /^\d+$/.test(value) ? Number(value) : 1;
  return Math.max(line.counts.get(letter) ?? 0, fromVariable);
}

function flagsFrom(
  line: CommandLine,
  read: ReadVariable,
  isolated: boolean,
  ignore: boolean,
): Record<string, number | boolean> {
  const dev = line.xoptions.has('dev') || read('PYTHONDEVMODE') !== undefined;
  const inspect = level(line, 'i', read, 'PYTHONINSPECT') > 0 ? 1 : 0;
  return {
    debug: level(line, 'd', read, 'PYTHONDEBUG'),
    inspect,
    interactive: line.counts.has('i') ? 1 : 0,
    optimize: level(line, 'O', read, 'PYTHONOPTIMIZE'),
    dont_write_bytecode: level(line, 'B', read, 'PYTHONDONTWRITEBYTECODE') > 0 ? 1 : 0,
    no_user_site: isolated || level(line, 's', read, 'PYTHONNOUSERSITE') > 0 ? 1 : 0,
    no_site: line.counts.has('S') ? 1 : 0,
    ignore_environment: ignore ? 1 : 0,
    verbose: level(line, 'v', read, 'PYTHONVERBOSE'),
    bytes_warning: line.counts.get('b') ?? 0,
    quiet: line.counts.has('q') ? 1 : 0,
    isolated: isolated ? 1 : 0,
    dev_mode: dev,
    safe_path: isolated || line.counts.has('P') || read('PYTHONSAFEPATH') !== undefined,
    unbuffered: level(line, 'u', read, 'PYTHONUNBUFFERED') > 0 ? 1 : 0,
    ...intDigits(line, read),
  };
}

/** CPython: config_init_int_max_str_digits */
function intDigits(line: CommandLine, read: ReadVariable): { int_max_str_digits?: number } {
  const option = line.xoptions.get('int_max_str_digits');
  const variable = read('PYTHONINTMAXSTRDIGITS');
  if (variable === undefined && option === undefined) return {};
  const checked = (text: string | true, source: string): number => {
    const value = /^\s*[+-]?\d+$/.test(String(text)) ? Number(text) : -1;
    if (value === 0 || (value >= 640 && value <= 0x7fffffff)) return value;
    throw new ConfigError(
      `config_init_int_max_str_digits: ${source}: invalid limit; must be >= 640 or 0 for unlimited.`,
    );
  };
  const fromVariable = variable === undefined ? undefined : checked(variable, 'PYTHONINTMAXSTRDIGITS');
  const value = option === undefined ? fromVariable : checked(option, '-X int_max_str_digits');
  return { int_max_str_digits: value ?? 0 };
}

/** In rising order of precedence: dev mode, the variable, -W, -b. */
function warningOptions(line: CommandLine, read: ReadVariable, flags: Record<string, number | boolean>): string[] {
  const options: string[] = [];
  if (flags['dev_mode'] === true) options.push('default');
  options.push(...(read('PYTHONWARNINGS')?.split(',') ?? []), ...line.warnings);
  const bytes = Number(flags['bytes_warning']);
  if (bytes > 0) options.push(bytes > 1 ? 'error::BytesWarning' : 'default::BytesWarning');
  return options;
}
