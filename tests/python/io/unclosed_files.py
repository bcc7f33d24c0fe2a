# What was written to files that nobody closes is there once the program has ended.
import os
import subprocess
import sys
import tempfile

PROGRAM = """
import sys
folder = sys.argv[1]
open(folder + '/text', 'w').write('text')
binary = open(folder + '/binary', 'wb')
binary.write(b'binary')
keep = open(folder + '/both', 'w+', encoding='utf-8')
keep.write('é')
for i in range(300):
    with open(folder + '/closed', 'a') as out:
        out.write('x')
sys.exit(3)
"""
with tempfile.TemporaryDirectory() as folder:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", PROGRAM, folder])
    assert done.returncode == 3
    sizes = {name: os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder)}
    assert sizes == {"text": 4, "binary": 6, "both": 2, "closed": 300}, sizes
