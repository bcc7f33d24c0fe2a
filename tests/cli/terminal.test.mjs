// The interactive prompt through a pseudo-terminal (terminal.py): what is typed and what must come, on Taipan and, as the expectation's own test,
// on CPython. The usual prompt colours and redraws: patterns take the colours as they come and look for results only.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { taipanCommand } from '../../scripts/lib/taipan-command.mjs';
import { findOracle } from '../../scripts/oracle.mjs';

const DRIVER = fileURLToPath(new URL('terminal.py', import.meta.url));
const UP = '\x1bOA';
const LEFT = '\x1bOD';
const PROMPT = '>>> [^\\n]*$';
const ready = ['', PROMPT];

/** Enters a line, awaits its output and the next prompt. */
const line = (keys, output) => [`${keys}\r`, `${output}.*>>> [^\\n]*$`];

const SCENARIOS = {
  'expressions, _ and assignment': [
    ready,
    line('6 * 7', '[\\r\\n]42\\r'),
    line('_ + 1', '[\\r\\n]43\\r'),
    line('x = "a"', ''),
    line('x * 3', "'aaa'\\r"),
  ],
  'a function over several lines': [
    ready,
    ['def double(x):\r', '\\.\\.\\. '],
    ['return x * 2\r', '\\.\\.\\. .*\\.\\.\\. '],
    ['\r', '>>> [^\\n]*$'],
    line('double(21)', '[\\r\\n]42\\r'),
  ],
  'history by arrow': [
    ready,
    line('print("ha" * 2)', '[\\r\\n]haha\\r'),
    line('1', '[\\r\\n]1\\r'),
    line(UP + UP, '[\\r\\n]haha\\r'),
  ],
  'editing a line': [ready, line(`12345${LEFT}${LEFT}\x7f`, '[\\r\\n]1245\\r'), line('9 + \x01\x051', '[\\r\\n]10\\r')],
  completion: [
    ready,
    line('abc_long_name = 51', ''),
    line('abc_lo\t', '[\\r\\n]51\\r'),
    line('import mathemat\x15import math', ''),
    line('math.fac\t5)', '[\\r\\n]120\\r'),
  ],
  'a traceback in colours': [
    ready,
    line('1/0', '\\x1b\\[1;35mZeroDivisionError\\x1b\\[0m: \\x1b\\[35mdivision by zero\\x1b\\[0m'),
  ],
  'an error in the text': [ready, line('x = = 1', 'SyntaxError'), line('1 + 1', '[\\r\\n]2\\r')],
  'Ctrl-C at the prompt': [
    ready,
    ['nonsense', 'nonsense'],
    ['\x03', 'KeyboardInterrupt.*>>> '],
    line('2 + 2', '[\\r\\n]4\\r'),
  ],
  'Ctrl-C in a loop': [
    ready,
    // It says when it runs: until then the terminal is being given back.
    ['for i in iter(int, print("run" + "ning") or 1):\r', '\\.\\.\\. '],
    ['pass\r', '\\.\\.\\. .*\\.\\.\\. '],
    ['\r', 'running'],
    ['\x03', 'KeyboardInterrupt.*>>> '],
    line('5 + 5', '[\\r\\n]10\\r'),
  ],
  'Ctrl-C while waiting': [ready, ['import time; time.sleep(50)\r', '\\n'], ['\x03', 'KeyboardInterrupt.*>>> ']],
  'Ctrl-D ends': [ready, ['\x04', null]],
  'exit ends': [ready, ['exit\r', null]],
  'quit() ends': [ready, ['quit()\r', null]],
  'input() and print': [ready, ['name = input("who? ")\r', 'who\\? $'], line('Bob', ''), line('name', "'Bob'")],
  'names of the prompt': [ready, line('__name__, __file__ if "__file__" in globals() else None', "'__main__', None")],
  'sys.ps1 may change': [
    ready,
    ['import sys; sys.ps1 = "now> "\r', 'now> [^\\n]*$'],
    ['1 + 1\r', '[\\r\\n]2\\r.*now> '],
  ],
  'await is refused': [ready, line('await x', "'await' outside function")],
};

const INTERPRETERS = { CPython: findOracle() && [findOracle().python], Taipan: taipanCommand() };

for (const [name, command] of Object.entries(INTERPRETERS)) {
  describe(`a terminal on ${name}`, { skip: command && findOracle() ? false : 'not installed' }, () => {
    for (const [title, steps] of Object.entries(SCENARIOS)) {
      it(title, async () => assert.equal(await play(steps, [...command, '-q']), ''));
    }
  });
}

async function play(steps, command) {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const output = await typeIn(steps, command, home);
  rmSync(home, { recursive: true });
  return output;
}

function typeIn(steps, command, home) {
  const env = { PATH: process.env.PATH, HOME: home, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' };
  const child = spawn(findOracle().python, [DRIVER, JSON.stringify(steps), ...command], { env });
  return new Promise((resolve) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', () => resolve(output));
  });
}
