# Ctrl-C in a program that has not asked for signals: in a loop, a sleep and a read.
import signal
import subprocess
import sys
import time

PROGRAM = '''
import sys
print('ready', flush=True)
try:
    %s
except KeyboardInterrupt:
    print('interrupted')
finally:
    print('cleaned up')
'''
if __name__ == '__main__':
    for wait in ('while True: pass', 'import time; time.sleep(30)', 'input()'):
        child = subprocess.Popen([sys.executable, '-c', PROGRAM % wait], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert child.stdout.readline() == b'ready\n'
        time.sleep(1)
        child.send_signal(signal.SIGINT)
        # Standard input stays open: its end, should it come first, would end input() too.
        out = child.stdout.read()
        child.wait()
        assert (out, child.returncode) == (b'interrupted\ncleaned up\n', 0), (wait, out, child.returncode)
