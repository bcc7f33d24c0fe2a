// The library's own command-line tools (`python -m …`), each on input of the kind it is for.
//
// `{name, shell}`: a shell line that runs in a fresh copy of tests/cli/files, with $PYTHON for the interpreter.

const JSON_LINES = '{"a": 1}\n{"b": [1, 2, {"c": "é"}]}\n';

/** The help of a tool: its words, since the line breaks depend on how long the interpreter's name is. */
const help = (module) => ({
  name: `${module} help`,
  shell: `$PYTHON -m ${module} --help 2>&1 | tr -s '[:space:]' ' ' | sed 's/py314\\|taipan\\.mjs/python/g'`,
});

export const TOOLS = [
  { name: 'json', args: ['-m', 'json', '--sort-keys', '--indent', '2'], stdin: '{"b": [1, 2.50, null], "a": "é"}' },
  {
    name: 'json.tool --json-lines --compact',
    args: ['-m', 'json.tool', '--json-lines', '--compact'],
    stdin: JSON_LINES,
  },
  {
    name: 'json.tool --no-ensure-ascii --tab',
    args: ['-m', 'json.tool', '--no-ensure-ascii', '--tab'],
    stdin: '["é", {}]',
  },
  { name: 'json.tool --no-indent', args: ['-m', 'json.tool', '--no-indent'], stdin: '[1, {"k": []}]' },
  help('json.tool'),
  { name: 'json.tool of a missing file', args: ['-m', 'json.tool', 'missing.json'] },
  {
    name: 'json.tool into a file',
    shell: "echo '[1,{}]' > in.json; $PYTHON -m json.tool in.json out.json; cat out.json",
  },

  { name: 'ast of a file', args: ['-m', 'ast', 'tangled.py'] },
  { name: 'ast -a -i 0', args: ['-m', 'ast', '-a', '-i', '0', 'hello.py'] },
  { name: 'ast -m eval', args: ['-m', 'ast', '-m', 'eval', '--no-type-comments'], stdin: '[x for x in y]' },
  { name: 'ast of what does not parse', args: ['-m', 'ast', 'syntax_error.py'] },
  help('ast'),
  { name: 'tokenize of a file', args: ['-m', 'tokenize', 'tangled.py'] },
  { name: 'tokenize -e', args: ['-m', 'tokenize', '-e', 'tangled.py'] },
  { name: 'tokenize of standard input', args: ['-m', 'tokenize'], stdin: 'x = (1,\n  "é")\n' },
  { name: 'tokenize of an unclosed bracket', args: ['-m', 'tokenize'], stdin: 'x = (1,\n' },
  { name: 'tokenize of a bad dedent', args: ['-m', 'tokenize'], stdin: 'if 1:\n    a\n  b\n' },
  { name: 'symtable', args: ['-m', 'symtable', 'tangled.py'] },
  {
    name: 'tabnanny',
    shell: "printf 'if 1:\\n        a = 1\\n\\tb = 1\\n' > t.py; $PYTHON -m tabnanny -v hello.py t.py",
  },
  { name: 'pyclbr', args: ['-m', 'pyclbr', 'tangled.py'] },
  { name: 'inspect of a function', args: ['-m', 'inspect', 'documented:double'] },
  { name: 'inspect of a missing module', args: ['-m', 'inspect', 'no_such_module'] },
  { name: 'inspect of a built-in module', args: ['-m', 'inspect', 'sys'] },

  { name: 'calendar of a year', args: ['-m', 'calendar', '2024'] },
  { name: 'calendar as HTML', args: ['-m', 'calendar', '-t', 'html', '2024'] },
  { name: 'calendar of a week that starts on Sunday', args: ['-m', 'calendar', '-f', '6', '2023', '10'] },
  {
    name: 'calendar in two months a row',
    args: ['-m', 'calendar', '-m', '2', '-w', '3', '-l', '2', '-s', '8', '2025'],
  },
  { name: 'calendar of no month', args: ['-m', 'calendar', '2024', '13'] },
  help('calendar'),

  { name: 'unittest discover', args: ['-m', 'unittest', 'discover', '-s', '.', '-p', 'suite_*.py'] },
  { name: 'unittest -f -b', args: ['-m', 'unittest', '-f', '-b', 'suite_unittest'] },
  { name: 'unittest -k', args: ['-m', 'unittest', '-v', '-k', 'pass', '-k', '*sub*', 'suite_unittest'] },
  { name: 'unittest of one test', args: ['-m', 'unittest', 'suite_unittest.Numbers.test_passes'] },
  { name: 'unittest of a missing test', args: ['-m', 'unittest', 'suite_unittest.Numbers.nothing'] },
  { name: 'unittest of a missing module', args: ['-m', 'unittest', 'no_such_suite'] },
  { name: 'unittest --locals', args: ['-m', 'unittest', '--locals', 'suite_unittest'] },
  {
    name: 'unittest --durations',
    shell: '$PYTHON -m unittest --durations 2 suite_unittest 2>&1 | grep -v "[0-9]s\\|^$"',
  },
  help('unittest'),
  { name: 'unittest.main of a script', args: ['suite_unittest.py', '-q', 'Numbers.test_skipped'] },
  { name: 'doctest -o', args: ['-m', 'doctest', '-o', 'ELLIPSIS', '-o', 'REPORT_NDIFF', 'documented_wrong.py'] },
  { name: 'doctest -f', args: ['-m', 'doctest', '-f', 'documented_wrong.py'] },
  {
    name: 'doctest of a text file',
    shell: "printf 'Text.\\n\\n>>> 1 + 1\\n2\\n>>> x\\n3\\n' > t.txt; $PYTHON -m doctest t.txt",
  },
  help('doctest'),
  { name: 'timeit -v of an error', args: ['-m', 'timeit', '-n', '1', 'x = [', '1]; x.nothing'] },
  { name: 'timeit of a syntax error', args: ['-m', 'timeit', 'x ='] },
  { name: 'timeit of a bad option', args: ['-m', 'timeit', '--nothing'] },

  { name: 'pydoc of a class', args: ['-m', 'pydoc', 'documented.Shape'] },
  { name: 'pydoc of a method', args: ['-m', 'pydoc', 'str.split'] },
  { name: 'pydoc of a built-in class', args: ['-m', 'pydoc', 'bool'] },
  { name: 'pydoc of a dataclass', args: ['-m', 'pydoc', 'fractions.Fraction.limit_denominator'] },
  { name: 'pydoc of nothing', args: ['-m', 'pydoc', 'no_such_thing'] },
  { name: 'pydoc usage', shell: '$PYTHON -m pydoc | head -20' },
  { name: 'pydoc topics', args: ['-m', 'pydoc', 'topics'] },

  {
    name: 'zipfile',
    shell:
      '$PYTHON -m zipfile -c a.zip hello.py package_dir && $PYTHON -m zipfile -l a.zip | sed "s/20..-.*:.. /T/" && $PYTHON -m zipfile -t a.zip && $PYTHON -m zipfile -e a.zip out && find out -type f | sort',
  },
  { name: 'zipfile of a bad file', shell: '$PYTHON -m zipfile -l hello.py 2>&1 | tail -1' },
  help('zipfile'),
  {
    name: 'tarfile',
    shell:
      '$PYTHON -m tarfile -v -c a.tar.gz hello.py package_dir && $PYTHON -m tarfile -l a.tar.gz && $PYTHON -m tarfile -v -t a.tar.gz && $PYTHON -m tarfile -v -e a.tar.gz out && find out -type f | sort',
  },
  { name: 'tarfile of a bad file', args: ['-m', 'tarfile', '-l', 'hello.py'] },
  help('tarfile'),
  {
    name: 'gzip',
    shell:
      '$PYTHON -m gzip --best hello.py && $PYTHON -m gzip -d hello.py.gz && ls hello* && echo text | $PYTHON -m gzip - | gzip -dc',
  },
  { name: 'gzip of a bad name', args: ['-m', 'gzip', '-d', 'hello.py'] },
  {
    name: 'zipapp',
    shell:
      '$PYTHON -m zipapp package_dir -o app.pyz -p /usr/bin/python && head -c 18 app.pyz && $PYTHON -m zipapp app.pyz --info && $PYTHON app.pyz one',
  },
  { name: 'base64 -d', args: ['-m', 'base64', '-d'], stdin: 'aGVsbG8=\n' },
  { name: 'base64 -t', args: ['-m', 'base64', '-t'] },
  { name: 'base64 of a file', args: ['-m', 'base64', '-e', 'hello.py'] },
  { name: 'base64 of bad data', shell: 'echo abc | $PYTHON -m base64 -d 2>&1 | tail -1' },
  { name: 'base64 usage', args: ['-m', 'base64', '-h'] },
  { name: 'quopri', args: ['-m', 'quopri'], stdin: 'caf\xe9 = x \n' },
  { name: 'quopri -d', args: ['-m', 'quopri', '-d'], stdin: 'caf=C3=A9 =3D=\n x\n' },
  { name: 'encodings.rot_13', args: ['-m', 'encodings.rot_13'], stdin: 'Uryyb\n' },
  {
    name: 'pickle',
    shell: "$PYTHON -c \"import pickle; pickle.dump({1: [2, None]}, open('p', 'wb'))\" && $PYTHON -m pickle p",
  },
  {
    name: 'pickletools',
    shell:
      "$PYTHON -c \"import pickle; open('p', 'wb').write(pickle.dumps({1: [2, None, (3.5, 'x')]}))\" && $PYTHON -m pickletools p && $PYTHON -m pickletools -a -m p",
  },
  {
    name: 'dbm',
    shell:
      "$PYTHON -c \"import dbm.dumb; d = dbm.dumb.open('d', 'c'); d['k'] = 'v'; d.close()\" && $PYTHON -m dbm --whichdb d; $PYTHON -m dbm --dump d",
  },

  { name: 'py_compile', shell: '$PYTHON -m py_compile hello.py missing.py; echo $?; ls __pycache__ | sed "s/\\..*//"' },
  { name: 'py_compile -q', args: ['-m', 'py_compile', '-q', 'syntax_error.py'] },
  {
    name: 'compileall',
    shell: '$PYTHON -m compileall package_dir hello.py; echo $?; ls package_dir/__pycache__ | sed "s/\\..*//"',
  },
  { name: 'compileall -q of an error', args: ['-m', 'compileall', '-q', 'syntax_error.py'] },
  { name: 'compileall -f -b', shell: '$PYTHON -m compileall -f -b package_dir -q; ls package_dir | sort' },
  help('compileall'),

  { name: 'trace --trace', args: ['-m', 'trace', '--trace', '--ignore-dir', '/', 'fails_quietly.py'] },
  {
    name: 'trace --count',
    shell: '$PYTHON -m trace --count --summary --missing -C cov fails_quietly.py; cat cov/fails_quietly.cover',
  },
  {
    name: 'trace --listfuncs',
    shell: '$PYTHON -m trace --listfuncs fails_quietly.py | grep fails_quietly | sed "s/filename: .*, module/module/"',
  },
  { name: 'trace --trackcalls', shell: '$PYTHON -m trace --trackcalls fails_quietly.py | grep fails_quietly.f' },
  { name: 'profile', shell: '$PYTHON -m profile -s name fails_quietly.py | grep -o "fails_quietly.*"' },
  {
    name: 'cProfile',
    shell: '$PYTHON -m cProfile -s name fails_quietly.py | grep -o "fails_quietly.*\\|function calls\\|{.*}"',
  },
  {
    name: 'cProfile -o and pstats',
    shell:
      "$PYTHON -m cProfile -o prof fails_quietly.py && printf 'strip\\nsort name\\nstats fails\\nquit\\n' | $PYTHON -m pstats prof | grep -o 'fails_quietly.*\\|prof%\\|Bye.*\\|Goodbye.*'",
  },
  { name: 'pdb', args: ['-m', 'pdb', 'fails_quietly.py'], stdin: 'n\nn\nl\ns\np 1 + 1\nb g\nc\nargs\nr\nq\n' },
  help('pdb'),
  { name: 'code', args: ['-m', 'code', '-q'], stdin: 'x = 1\nif x:\n    print(x)\n\nx + 1\n1/0\n' },

  { name: 'platform', shell: '$PYTHON -m platform | cut -d- -f1; $PYTHON -m platform --terse | cut -d- -f1' },
  {
    name: 'site',
    shell: '$PYTHON -m site | sed "s/(.*//" | grep -v "^ "; $PYTHON -m site --user-site --help > /dev/null; echo $?',
  },
  { name: 'site usage', args: ['-m', 'site', '--nothing'] },
  { name: 'sysconfig', shell: '$PYTHON -m sysconfig | sed "s/ \\?[=\\"].*//" | head -4' },
  {
    name: 'filecmp',
    shell:
      'cp -r package_dir other; echo x > other/new; echo y >> other/__main__.py; $PYTHON -m filecmp package_dir other; $PYTHON -m filecmp -r package_dir other',
  },
  { name: 'fileinput', shell: '$PYTHON -m fileinput hello.py | head -3' },
  {
    name: 'random of floats and choices',
    shell: 'for a in "-f 5" "a b c" 7 1.5; do $PYTHON -m random --seed 1 $a 2>&1 | tail -n 1 | cut -d" " -f2-; done',
  },
  help('random'),
  {
    name: 'random',
    shell: 'for a in "-i 9" "-f 5" "-c a b" "7" "1.5" "a b c"; do $PYTHON -m random $a | tr -s 0-9a-c x; done',
  },
  {
    name: 'uuid',
    shell:
      '$PYTHON -m uuid -u uuid5 -n @dns -N python.org; $PYTHON -m uuid -u uuid3 -n @url -N x; $PYTHON -m uuid | tr 0-9a-f x',
  },
  {
    name: 'timeit',
    shell: "$PYTHON -m timeit -n 3 -r 2 -s 'x = 1' 'x + 1' 2> /dev/null | sed 's/[0-9.]* [mun]*sec/T/g'",
  },
  {
    name: 'pdb: breakpoints and returns',
    args: ['-m', 'pdb', 'fails_quietly.py'],
    stdin: 'b fails_quietly.g, n == 1\nb\nc\np n\nr\nu\np i\ntbreak 13\nc\np error\nargs\nunt 15\nc\nq\n',
  },
  {
    name: 'mimetypes',
    shell:
      '$PYTHON -m mimetypes a.tar.gz b.PDF c.nothing; $PYTHON -m mimetypes -e text/html; $PYTHON -m mimetypes -e no/type',
  },
  { name: 'textwrap', args: ['-m', 'textwrap'] },
  { name: 'shlex', shell: 'echo \'a "b c" d\' | $PYTHON -m shlex' },
  { name: 'getopt', args: ['-m', 'getopt', '-a', '--alpha=1', 'x'] },
  { name: 'heapq', args: ['-m', 'heapq'] },
  { name: 'netrc', shell: 'echo "machine h login l password p" > .netrc; chmod 600 .netrc; HOME=. $PYTHON -m netrc' },
  { name: 'difflib', args: ['-m', 'difflib'] },
  help('http.server'),
  { name: 'importlib.metadata.diagnose', shell: '$PYTHON -m importlib.metadata.diagnose | head -1' },
  { name: '__hello__', args: ['-m', '__hello__'] },
  { name: '__phello__.spam', args: ['-m', '__phello__.spam'] },
  { name: 'antigravity and friends', args: ['-m', '__future__'] },
  { name: 'runpy', args: ['-m', 'runpy', 'hello', 'x'] },
  { name: 'poplib', args: ['-m', 'poplib'] },
  { name: 'imaplib', args: ['-m', 'imaplib', '-x'] },
  { name: 'ftplib', args: ['-m', 'ftplib'] },
  { name: 'a package that cannot run', args: ['-m', 'email'] },
];
