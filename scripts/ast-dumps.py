"""Write what CPython makes of every .py file below a folder: one line each, path and digest of ast.dump, or the error.

Usage: python3.14 ast-dumps.py ROOT OUTPUT      all files below ROOT
       python3.14 ast-dumps.py --one FILE       the dump itself, to look at a difference
"""

import ast
import hashlib
import os
import sys
import warnings


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


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    if sys.argv[1] == "--one":
        sys.stdout.buffer.write(dump(sys.argv[2]).encode())
        return
    root, output = sys.argv[1:]
    with open(output + ".part", "w", encoding="utf-8", errors="backslashreplace") as file:
        for path in python_files(root):
            file.write(os.path.relpath(path, root) + "\t" + describe(path) + "\n")
    os.replace(output + ".part", output)


main()
