"""Print programs CPython rejects and what it says of them, one JSON object a line.

    rejected_programs.py suite [FILE ...]       string constants and doctests of Lib/test that are not valid programs
    rejected_programs.py tokens|chars COUNT SEED    statements of the library with tokens or characters changed
"""
import ast
import doctest
import io
import json
import os
import random
import sys
import test
import textwrap
import tokenize
import warnings

SUITE = os.path.dirname(test.__file__)
LIBRARY = os.path.dirname(os.__file__)
FEATURE_FLAGS = ast.PyCF_ONLY_AST

WORDS = """( ) [ ] { } : , = == := . ... -> * ** / // @ ! ? $ if else elif for in is not and or while with as def class
return yield lambda import from try except finally raise pass break global del assert async await match case type _
print None True x foo 1 0x 1.5 "s" ' f'{x}' f'{ }' \"\"\" f''' \\ #c + - ~ += < > <> != % & | ^ ; t"{x}" b"x"
\u00e9 \u201c 1_ 0777 1if""".split() + ["\n", "\n    ", "\t", "not in", "is not"]
CHARS = "()[]{}:,=.*!?$\\'\"#\n \tfrbut01x_e\u00e9a;@<>-+/%\u201c\x0c"


def judge(source, mode):
    """What CPython says, or None when the program is valid or not our business."""
    try:
        compile(source, "<test>", mode, FEATURE_FLAGS, dont_inherit=True)
    except SyntaxError as error:
        if error._metadata is None and "multiple statements" not in error.msg:
            return None  # found after parsing
        return {
            "kind": type(error).__name__, "message": error.msg, "lineno": error.lineno, "offset": error.offset,
            "endLineno": error.end_lineno, "endOffset": error.end_offset, "text": error.text,
            "metadata": error._metadata,
        }
    except (ValueError, MemoryError, RecursionError):
        pass
    return None


def show(source, mode, seen=set()):
    if (source, mode) in seen or len(source) > 4000 or not source.isprintable() and "\0" in source:
        return False
    seen.add((source, mode))
    error = judge(source, mode)
    if error is None:
        return False
    print(json.dumps({"source": source, "mode": mode, "error": error}))
    return True


def strings_of(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
            yield textwrap.dedent(node.value)
            if ">>> " in node.value:
                try:
                    examples = doctest.DocTestParser().get_examples(node.value)
                except ValueError:
                    continue
                for example in examples:
                    yield example.source


def suite(names):
    for path in files(SUITE):
        if names and os.path.basename(path) not in names:
            continue
        tree = parse_file(path)
        if tree is None:
            continue
        for source in strings_of(tree):
            show(source, "exec")
            if names:
                show(source, "eval")
                show(source, "single")


def files(folder):
    for where, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(where, name)


def parse_file(path):
    try:
        with open(path, encoding="utf-8") as file:
            return ast.parse(file.read())
    except (SyntaxError, ValueError, OSError):
        return None


def statements(path):
    """Short top-level statements of a file, as text."""
    tree = parse_file(path)
    if tree is None:
        return []
    with open(path, encoding="utf-8") as file:
        lines = file.readlines()
    return ["".join(lines[n.lineno - 1:n.end_lineno]) for n in tree.body if n.end_lineno - n.lineno < 40]


def mutate_tokens(source, rng):
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        try:
            tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
        except (SyntaxError, tokenize.TokenError):
            break
        starts = [0]
        for line in source.splitlines(True):
            starts.append(starts[-1] + len(line))

        def span(token):
            ends = [starts[min(row, len(starts)) - 1] + col for row, col in (token.start, token.end)]
            return slice(*ends)
        place = span(rng.choice(tokens))
        other = source[span(rng.choice(tokens))]
        new = rng.choice([
            "", "", rng.choice(WORDS) + " " + source[place], rng.choice(WORDS), rng.choice(WORDS), other,
            source[place] * 2,
        ])
        source = source[:place.start] + new + source[place.stop:]
    return source


def mutate_chars(source, rng):
    for _ in range(rng.choice([1, 1, 2, 3])):
        at = rng.randrange(len(source) + 1)
        tail = rng.choice([source[at + 1:], source[at + 1:], rng.choice(CHARS) + source[at:],
                           rng.choice(CHARS) + source[at:], "", source[at:at + 5] + source[at:]])
        source = source[:at] + tail or "x"
    return source


def mutations(mutate, count, seed):
    rng = random.Random(seed)
    paths = list(files(LIBRARY))
    while count > 0:
        pieces = statements(rng.choice(paths))
        for source in rng.sample(pieces, min(6, len(pieces))):
            for _ in range(3):
                if count > 0 and show(mutate(source, rng), "exec"):
                    count -= 1


warnings.simplefilter("ignore")
if sys.argv[1] == "suite":
    suite(sys.argv[2:])
else:
    mutations(mutate_tokens if sys.argv[1] == "tokens" else mutate_chars, int(sys.argv[2]), int(sys.argv[3]))
