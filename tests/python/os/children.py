# subprocess: pipes both ways, failures to start, time limits, signals.
import os
import subprocess

done = subprocess.run(['echo', 'hi'], capture_output=True)
assert repr(done) == "CompletedProcess(args=['echo', 'hi'], returncode=0, stdout=b'hi\\n', stderr=b'')"
big = bytes(range(256)) * 1200
done = subprocess.run(['cat'], input=big, capture_output=True)
assert done.stdout == big and done.returncode == 0
for args, options, text in [
    (['/no/such'], {}, "[Errno 2] No such file or directory: '/no/such'"),
    (['ls'], {'cwd': '/no/dir'}, "[Errno 2] No such file or directory: '/no/dir'"),
    (['/etc/passwd'], {}, "[Errno 13] Permission denied: '/etc/passwd'"),
]:
    try:
        subprocess.run(args, **options)
    except OSError as error:
        assert str(error) == text, str(error)
    else:
        assert False, args
assert subprocess.run('exit 7', shell=True).returncode == 7
assert subprocess.run(['sh', '-c', 'kill -9 $$']).returncode == -9
assert subprocess.check_output(['sh', '-c', 'echo $X; pwd'], env={'X': 'é'}, cwd='/', text=True) == 'é\n/\n'
process = subprocess.Popen(['tr', 'a-z', 'A-Z'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
assert process.poll() is None
assert process.communicate('abc\n') == ('ABC\n', None) and process.returncode == 0
try:
    subprocess.run(['sleep', '5'], timeout=0.1)
except subprocess.TimeoutExpired as error:
    assert str(error) == "Command '['sleep', '5']' timed out after 0.1 seconds"
else:
    assert False
process = subprocess.Popen(['sleep', '10'])
process.terminate()
assert process.wait() == -15
r, w = os.pipe()
child = subprocess.Popen(['sh', '-c', f'echo passed >&{w}'], pass_fds=[w])
os.close(w)
assert os.read(r, 20) == b'passed\n' and child.wait() == 0
os.close(r)
merged = subprocess.run(['sh', '-c', 'echo out; echo err >&2'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
assert merged.stdout == b'out\nerr\n'
try:
    subprocess.run(['sh', '-c', 'exit 3'], check=True)
except subprocess.CalledProcessError as error:
    assert error.returncode == 3
with os.popen('echo popen') as pipe:
    assert pipe.read() == 'popen\n'
print('ok')
