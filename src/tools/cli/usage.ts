// What -h prints. The options are CPython's; those that do not apply to this implementation are not listed.

export const USAGE_LINE = (name: string): string =>
  `usage: ${name} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`;

export const TRY_HELP = (name: string): string => `Try \`${name} -h' for more information.\n`;

export const HELP = `Options (and corresponding environment variables):
-b     : warn about bytes compared or converted with str or int (also as -bb: error)
-B     : keep no compiled files on disk; also PYTHONDONTWRITEBYTECODE=x
-c cmd : run the program given as a string (ends the options)
-E     : ignore PYTHON* environment variables
-h     : print this help and exit (also -? or --help)
-i     : go on interactively after the program; also PYTHONINSPECT=x
-I     : isolate from the user's environment (implies -E, -P and -s)
-m mod : run a library module as a script (ends the options)
-O     : remove assert statements and code that depends on __debug__; also PYTHONOPTIMIZE=x
-OO    : -O, and discard docstrings
-P     : put no unsafe path in front of sys.path; also PYTHONSAFEPATH
-q     : show no version and copyright at interactive start
-s     : do not add the user's site-packages; also PYTHONNOUSERSITE=x
-S     : do not import site
-u     : do not buffer stdout and stderr; also PYTHONUNBUFFERED=x
-v     : tell about imports; also PYTHONVERBOSE=x
-V     : print the Python version and exit (also --version; twice: more about the build)
-W arg : warning control, action:message:category:module:lineno; also PYTHONWARNINGS=arg
-x     : skip the first line of the program
-X opt : implementation option
--cpu-profile file : write a profile of the program for browsers' developer tools
Arguments:
file   : program read from a file
-      : program read from standard input (the default; interactive on a terminal)
arg ...: arguments passed to the program in sys.argv[1:]
`;
