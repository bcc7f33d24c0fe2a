"""`-v` tells each import on stderr, those before the streams are opened too."""

import subprocess
import sys

ran = subprocess.run([sys.executable, '-v', '-c', 'print(5)'], capture_output=True, text=True)
assert ran.returncode == 0, ran
assert ran.stdout == '5\n', ran.stdout
lines = ran.stderr.splitlines()
for start in ("import '_io' # ", "import 'site' # "):
    assert any(line.startswith(start) for line in lines), start
