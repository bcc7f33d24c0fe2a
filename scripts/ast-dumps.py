"""What CPython makes of programs: digests of the trees of a whole library, or the trees of our own test cases.

Usage: python3.14 ast-dumps.py ROOT OUTPUT            every .py file below ROOT: path and digest of ast.dump, or the error
       python3.14 ast-dumps.py --one FILE             the dump itself, to look at a difference
       python3.14 ast-dumps.py --cases INPUT OUTPUT   tests/data/syntax: one JSON line for each program
       python3.14 ast-dumps.py --trees INPUT OUTPUT   the same for broken trees: each change and what compile() says
       python3.14 ast-dumps.py --folds INPUT OUTPUT   the same for constant expressions: each line and its value
"""

import ast
import dis
import hashlib
import json
import os
import sys
import warnings

MODES = "exec", "eval", "single", "func_type"
FLAGS = {
    "type_comments": ast.PyCF_TYPE_COMMENTS,
    "incomplete": ast.PyCF_ALLOW_INCOMPLETE_INPUT if hasattr(ast, "PyCF_ALLOW_INCOMPLETE_INPUT") else 0x4000,
    "keep_dedent": 0x200,
}


def dump(path):
    with open(path, "rb") as file:
        source = file.read()
    return ast.dump(ast.parse(source, path), include_attributes=True)


def describe(path):
    try:
        text = dump(path)
    except SyntaxError as error:
        return "error " + repr((type(error).__name__, error.msg, error.lineno, error.offset))
    except Exception as error:
        return "error " + repr((type(error).__name__, str(error)))
    return hashlib.sha256(text.encode()).hexdigest()


def python_files(root):
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".py") and os.path.isfile(path):
                yield path


def compare_library(root, output):
    with open(output + ".part", "w", encoding="utf-8", errors="backslashreplace") as file:
        for path in python_files(root):
            file.write(os.path.relpath(path, root) + "\t" + describe(path) + "\n")
    os.replace(output + ".part", output)


def read_cases(path):
    """Yields (option words, program)."""
    words, lines = None, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#----"):
                lines.append(line)
                continue
            if words is not None:
                yield words, "".join(lines)
            words, lines = line[5:].split(), []
    yield words, "".join(lines)


def record_case(words, source):
    case = {"source": source, "mode": next((word for word in words if word in MODES), "exec")}
    flags, version, optimize = ast.PyCF_ONLY_AST, -1, -1
    for word in words:
        name, _, value = word.partition("=")
        if name in FLAGS:
            flags |= FLAGS[name]
            case[name] = True
        elif name == "feature_version":
            version = case[name] = int(value)
        elif name == "optimize":
            optimize = case[name] = int(value)
            flags |= ast.PyCF_OPTIMIZED_AST
    if case["mode"] in ("single", "eval") or "incomplete" in case:
        case["source"] = source = source.removesuffix("\n")
    try:
        tree = compile(source, "<case>", case["mode"], flags, True, optimize, _feature_version=version)
        case["tree"] = ast.dump(tree, include_attributes=True)
    except SyntaxError as error:
        case["error"] = type(error).__name__
    return case


def record_cases(source, output):
    with open(output, "w", encoding="utf-8") as file:
        for words, program in read_cases(source):
            file.write(json.dumps(record_case(words, program), ensure_ascii=False) + "\n")


def record_folds(source, output):
    """Each expression with its repr, or null where CPython's compiler leaves it to run time."""
    with open(source, encoding="utf-8") as lines, open(output, "w", encoding="utf-8") as file:
        for line in lines:
            code = compile(line.strip(), "<fold>", "eval")
            loads = [step for step in dis.get_instructions(code) if step.opname not in ("RESUME", "RETURN_VALUE")]
            value = repr(loads[0].argval) if len(loads) == 1 else None
            file.write(json.dumps([line.strip(), value], ensure_ascii=False) + "\n")


def new_value(value):
    if isinstance(value, dict):
        return ast.parse(value["expr"], mode="eval").body
    if value in ("Load", "Store", "Del"):
        return getattr(ast, value)()
    return value


def record_bad_trees(source, output):
    with open(source, encoding="utf-8") as lines, open(output, "w", encoding="utf-8") as file:
        for line in lines:
            if line.startswith("#"):
                continue
            program, path, value = line.strip().rsplit(" | ", 2)
            program = program.replace("\\n", "\n").replace("\\|", "|")
            node = tree = ast.parse(program)
            *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
            for step in way:
                node = node[step] if isinstance(step, int) else getattr(node, step)
            value = json.loads(value)
            if isinstance(last, int):
                node[last] = new_value(value)
            else:
                setattr(node, last, new_value(value))
            try:
                compile(tree, "<tree>", "exec")
                error = None
            except (ValueError, TypeError) as caught:
                error = [type(caught).__name__, str(caught)]
            file.write(json.dumps([program, [*way, last], value, error]) + "\n")


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    command = sys.argv[1]
    if command == "--one":
        sys.stdout.buffer.write(dump(sys.argv[2]).encode())
    elif command == "--cases":
        record_cases(*sys.argv[2:])
    elif command == "--trees":
        record_bad_trees(*sys.argv[2:])
    elif command == "--folds":
        record_folds(*sys.argv[2:])
    else:
        compare_library(*sys.argv[1:])


main()
