// Random Python: expressions over the built-in types and small programs. Everything ends quickly by construction: powers,
// shifts and repetitions take small literals, loops have bounds. The result of a snippet is the value it returns.
import { expr, stmt } from './tree.mjs';

const INTS = [
  '0',
  '1',
  '2',
  '3',
  '7',
  '10',
  '-1',
  '-7',
  '255',
  '2**31',
  '2**53 - 1',
  '2**53',
  '2**53 + 1',
  '-2**63',
  '10**20',
  'True',
  'False',
];
const FLOATS = [
  '0.0',
  '-0.0',
  '1.0',
  '0.5',
  '-2.5',
  '1e16',
  '1e-7',
  '3.14',
  '1e308',
  '123456789.125',
  "float('inf')",
  "float('nan')",
  '2.0',
];
const STRINGS = [
  "''",
  "'a'",
  "'abc'",
  "'Hello World'",
  "'ß'",
  "'naïve'",
  "'😀x'",
  "'1 2 3'",
  "'a,b,,c'",
  "' x\\t\\n'",
  "'%d %s'",
  "'12'",
  "'\\x00'",
];
const BYTES = ["b''", "b'abc'", "b'\\xff\\x00'", "bytearray(b'xyz')"];
const SPECS = [
  '',
  'd',
  'x',
  '#o',
  'b',
  ',',
  '+',
  '08',
  '>10',
  '^7',
  '*<6',
  '.2f',
  '.3',
  'e',
  'g',
  '%',
  's',
  '_',
  'n',
  'c',
  '010.3f',
  ' ',
];
const BINARY = ['+', '-', '*', '/', '//', '%', '&', '|', '^'];
const COMPARE = ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is not'];
const STRING_METHODS = [
  'upper()',
  'lower()',
  'title()',
  'capitalize()',
  'swapcase()',
  'strip()',
  'split()',
  'casefold()',
  'isdigit()',
  'isalpha()',
  'isidentifier()',
  'splitlines()',
  "center(9, '*')",
  'zfill(6)',
  "find('a')",
  "replace('a', 'bb')",
  "partition(',')",
  "split(',', 1)",
  'rsplit(None, 1)',
  "count('')",
  "startswith(('a', 'H'))",
  "join(['x', 'y'])",
  "encode('utf-8')",
  'expandtabs(3)',
  'isprintable()',
  "removeprefix('a')",
  "translate({97: 'Z'})",
  "rindex('z')",
  'isnumeric()',
];
const CALLS = [
  'len',
  'abs',
  'bool',
  'int',
  'float',
  'str',
  'repr',
  'list',
  'tuple',
  'sorted',
  'sum',
  'min',
  'max',
  'type',
  'hash',
  'round',
  'ord',
  'iter',
  'reversed',
  'any',
  'all',
  'bin',
  'hex',
  'ascii',
  'set',
  'dict',
  'callable',
  'divmod',
  'complex',
  'bytes',
];
const ERRORS = [
  'ValueError',
  'TypeError',
  'KeyError',
  'ZeroDivisionError',
  'Exception',
  'LookupError',
  'ArithmeticError',
];

/** A generator of snippets (each a list of statements, the last one a return) over one source of random numbers. */
export function makeGenerator(random) {
  const { pick, chance, below } = random;

  const leaf = (names) => {
    if (names.length > 0 && chance(0.4)) return expr(pick(names));
    const kind = below(10);
    if (kind < 4) return expr(pick(INTS));
    if (kind < 6) return expr(pick(FLOATS));
    if (kind < 8) return expr(pick(STRINGS));
    return expr(
      kind === 8
        ? pick(BYTES)
        : pick(['None', '...', '1j', '[]', '()', '{}', 'range(3)', 'NotImplemented', 'frozenset()']),
    );
  };

  const list = (depth, names) => Array.from({ length: below(4) }, () => value(depth, names));
  const join = (items) => items.flatMap((item, index) => (index === 0 ? [item] : [', ', item]));

  const PRODUCTIONS = [
    (d, n) => expr('(', value(d, n), ` ${pick(BINARY)} `, value(d, n), ')'),
    (d, n) => expr('(', value(d, n), ` ${pick(BINARY)} `, value(d, n), ')'),
    (d, n) => expr('(', value(d, n), ` ${pick(COMPARE)} `, value(d, n), ')'),
    (d, n) =>
      expr('(', value(d, n), ` ${pick(['<', '==', '>='])} `, value(d, n), ` ${pick(['<', '!='])} `, value(d, n), ')'),
    (d, n) => expr('(', value(d, n), ` ${pick(['and', 'or'])} `, value(d, n), ')'),
    (d, n) => expr('(', value(d, n), ' if ', value(d, n), ' else ', value(d, n), ')'),
    (d, n) => expr(`(${pick(['-', '+', '~', 'not '])}`, value(d, n), ')'),
    (d, n) => expr('(', value(d, n), ` ** ${pick(['0', '1', '2', '3', '-1', '0.5'])})`),
    (d, n) => expr('(', value(d, n), ` ${pick(['<<', '>>'])} ${pick(['0', '1', '5', '31', '64'])})`),
    (d, n) => expr('[', ...join(list(d, n)), ']'),
    (d, n) => expr('(', ...list(d, n).flatMap((item) => [item, ', ']), ')'),
    (d, n) => expr('{', ...join(list(d, n).map((item) => expr(expr(pick([...INTS, ...STRINGS])), ': ', item))), '}'),
    (d, n) =>
      expr(
        '[',
        value(d, [...n, 'x']),
        ' for x in ',
        value(d, n),
        ...(chance(0.4) ? [' if ', value(d, [...n, 'x'])] : []),
        ']',
      ),
    (d, n) => expr('{', expr('x'), ': ', value(d, [...n, 'x']), ' for x in ', value(d, n), '}'),
    (d, n) => expr('list(', value(d, [...n, 'x']), ' for x in ', value(d, n), ')'),
    (d, n) => expr(value(d, n), '[', value(d, n), ']'),
    (d, n) =>
      expr(
        value(d, n),
        '[',
        slicePart(d, n),
        ':',
        slicePart(d, n),
        ...(chance(0.4) ? [':', slicePart(d, n)] : []),
        ']',
      ),
    (d, n) => expr(pick(CALLS), '(', value(d, n), ')'),
    (d, n) => expr(pick(CALLS), '(', value(d, n), ')'),
    (d, n) =>
      expr(
        pick(['max', 'min', 'divmod', 'round', 'isinstance', 'pow', 'zip', 'sorted', 'int', 'str', 'getattr']),
        '(',
        ...join(list(d, n)),
        ')',
      ),
    () => expr(expr(pick(STRINGS)), `.${pick(STRING_METHODS)}`),
    (d, n) => expr('str(', value(d, n), `).${pick(STRING_METHODS)}`),
    (d, n) => expr("f'{", expr('(', value(d, n), ')'), `${pick(['', '!r', '!s', '!a'])}:${pick(SPECS)}}'`),
    (d, n) => expr('format(', value(d, n), `, '${pick(SPECS)}')`),
    (d, n) =>
      expr(
        `'${pick(['%d', '%s', '%r', '%5.2f', '%x', '%c', '%-6s|', '%+d', '%%', '%e', '%g', '%(a)s'])}' % `,
        expr('(', value(d, n), ')'),
      ),
    (d, n) => expr('(lambda a, b=', value(d, n), ': ', value(d, [...n, 'a', 'b']), ')(', value(d, n), ')'),
    (d, n) => expr('(y := ', value(d, n), ')'),
    (d, n) => expr('[*', value(d, n), ', *', value(d, n), ']'),
    (d, n) => expr('sorted({', value(d, n), ', ', value(d, n), '}, key=repr)'),
    (d, n) =>
      expr(
        value(d, n),
        `.${pick(['real', 'imag', 'bit_length()', 'as_integer_ratio()', 'copy()', 'keys()', 'items()', 'index(1)', 'count(1)', 'is_integer()', 'hex()', '__class__', 'nope'])}`,
      ),
  ];

  function value(depth, names) {
    if (depth <= 0 || chance(0.15)) return leaf(names);
    return pick(PRODUCTIONS)(depth - 1, names);
  }

  function slicePart(depth, names) {
    return chance(0.4)
      ? expr('')
      : chance(0.7)
        ? expr(pick(['0', '1', '2', '-1', '-2', '5', 'None']))
        : value(depth - 1, names);
  }

  function statement(depth, names, place) {
    const target = pick(['a', 'b', 'c', 'd']);
    const inner = (extra = [], where = place) => block(depth - 1, [...names, ...extra], where);
    const simple = [
      () => stmt([`${target} = `, value(2, names)]),
      () => stmt([`${target} = `, value(2, names)]),
      () => stmt([`${pick(names)} ${pick(['+', '-', '*', '|', '//'])}= `, value(1, names)]),
      () => stmt(['out.append(', value(2, names), ')']),
      () => stmt(['a, *b = ', value(2, names)]),
      () => stmt([`del ${pick(names)}[`, value(1, names), ']']),
      () => stmt([`${pick(names)}[`, value(1, names), '] = ', value(1, names)]),
      () => stmt(['assert ', value(2, names), ', ', value(1, names)]),
      () => stmt([`raise ${pick(ERRORS)}(`, value(1, names), ')']),
      () => stmt(place.loop ? [pick(['break', 'continue'])] : ['pass']),
      () => stmt(place.yields ? ['out.append((yield ', value(1, names), '))'] : ['return ', value(1, names)]),
    ];
    const compound = [
      () =>
        stmt(
          [],
          [
            { head: ['if ', value(2, names), ':'], body: inner() },
            { head: ['else:'], body: inner() },
          ],
        ),
      () =>
        stmt(
          [],
          [
            { head: ['for x in ', value(2, names), ':'], body: inner(['x'], { ...place, loop: true }) },
            ...(chance(0.3) ? [{ head: ['else:'], body: inner() }] : []),
          ],
        ),
      () => stmt(['n = 0'], [{ head: ['while (n := n + 1) < 4:'], body: inner(['n'], { ...place, loop: true }) }]),
      () =>
        stmt(
          [],
          [
            { head: ['try:'], body: inner() },
            {
              head: [`except ${pick(ERRORS)} as e:`],
              body: [stmt(['out.append((type(e).__name__, str(e)))']), ...inner()],
            },
            ...(chance(0.3) ? [{ head: ['else:'], body: inner() }] : []),
            ...(chance(0.4) ? [{ head: ['finally:'], body: [stmt(['out.append(', value(1, names), ')'])] }] : []),
          ],
        ),
      () =>
        stmt(
          [],
          [
            {
              head: [`def f(p, q=`, value(1, names), ', *args, k=', value(1, names), ', **kw):'],
              body: inner(['p', 'q', 'args', 'k', 'kw'], {}),
            },
            {
              head: ['if True:'],
              body: [
                stmt([
                  `${target} = f(`,
                  value(1, names),
                  ...(chance(0.5) ? [`, ${pick(['k', 'q', 'z'])}=`, value(1, names)] : []),
                  ')',
                ]),
              ],
            },
          ],
        ),
      () =>
        stmt(
          [],
          [
            { head: ['def g():'], body: [...inner([], { yields: true }), stmt(['yield ', value(1, names)])] },
            { head: ['if True:'], body: [stmt([`${target} = list(g())`])] },
          ],
        ),
      () =>
        stmt(
          [],
          [
            {
              head: [`class C(${pick(['', 'int', 'str', 'list', 'dict', 'Exception'])}):`],
              body: [
                stmt(['z = ', value(1, names)]),
                stmt([], [{ head: ['def m(self, p):'], body: inner(['self', 'p'], {}) }]),
                stmt(
                  [],
                  [
                    {
                      head: [`def __${pick(['eq', 'add', 'getitem', 'lt', 'contains', 'call'])}__(self, p):`],
                      body: inner(['self', 'p'], {}),
                    },
                  ],
                ),
              ],
            },
            { head: ['if True:'], body: [stmt([`${target} = C().m(`, value(1, names), ')'])] },
          ],
        ),
      () =>
        stmt(
          [],
          [
            {
              head: ['match ', value(2, names), ':'],
              body: [
                stmt(
                  [],
                  [
                    {
                      head: [
                        `case ${pick(['0 | 1', '[x, *y]', '{"a": x}', 'str() as x', 'int(x)', '(x, y)', 'None', "'abc'"])} if `,
                        value(1, names),
                        ':',
                      ],
                      body: inner(),
                    },
                  ],
                ),
                stmt([], [{ head: ['case _:'], body: inner() }]),
              ],
            },
          ],
        ),
    ];
    return depth > 0 && chance(0.45) ? pick(compound)() : pick(simple)();
  }

  function block(depth, names, place) {
    return Array.from({ length: 1 + below(3) }, () => statement(depth, names, place));
  }

  return {
    expression: () => [stmt(['return ', value(4, [])])],
    program: () => [
      stmt(['a = b = c = d = 1']),
      stmt(['out = []']),
      ...Array.from({ length: 2 + below(4) }, () => statement(2, ['a', 'b', 'c', 'd'], {})),
      stmt(['return (a, b, c, d, out)']),
    ],
  };
}
