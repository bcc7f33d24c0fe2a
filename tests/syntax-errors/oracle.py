"""Answer what CPython says of programs: one JSON request a line on stdin, one JSON answer a line on stdout.

Request: {"source": text} or {"bytes": [..]}, optional "mode" (exec). Answer: {"error": {...} or null, "warnings": [...]}.
"""
import ast
import json
import sys
import warnings


def judge(request):
    source = request.get("source")
    if source is None:
        source = bytes(request["bytes"])
    answer = {"error": None, "warnings": []}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("error" if request.get("strict") else "always")
        try:
            if request.get("parse_only"):
                ast.parse(source, "<test>", request.get("mode", "exec"), type_comments=request.get("type_comments", False))
            else:
                compile(source, "<test>", request.get("mode", "exec"), request.get("flags", 0), dont_inherit=True)
        except SyntaxError as error:
            metadata = getattr(error, "_metadata", None)
            answer["error"] = {
                "kind": type(error).__name__, "message": error.msg, "lineno": error.lineno, "offset": error.offset,
                "endLineno": error.end_lineno, "endOffset": error.end_offset, "text": error.text,
                "metadata": list(metadata) if metadata else None,
            }
        except Exception as error:
            answer["error"] = {"kind": type(error).__name__, "message": str(error)}
    answer["warnings"] = [[w.category.__name__, str(w.message), w.lineno] for w in caught]
    return answer


for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))), flush=True)
