// `--cpu-profile FILE`: a profile that developer tools open, in the program's own names and lines.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { taipanCommand } from '../../scripts/lib/taipan-command.mjs';

const PROGRAM = `import os
import sys

class Worker:
    def spin(self, n):
        total = 0
        for i in range(n):
            total += i * i % 7
        return total

def main():
    os.chdir('/')
    for _ in range(40):
        Worker().spin(200_000)
        sorted([str(i * 7919 % 20_000) for i in range(20_000)])

main()
sys.exit(3)
`;

const taipan = taipanCommand();

describe('--cpu-profile', { skip: taipan ? false : 'no command line yet' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'taipan-profile-'));
  after(() => rmSync(folder, { recursive: true }));
  const run = (...args) => spawnSync(taipan[0], [...taipan.slice(1), ...args], { cwd: folder, encoding: 'utf8' });

  it('names functions, files and lines as the program does', () => {
    const file = join(folder, 'busy program.py');
    writeFileSync(file, PROGRAM);
    const { status, stderr } = run('--cpu-profile', 'out.cpuprofile', 'busy program.py');
    assert.equal(stderr, '');
    assert.equal(status, 3);
    const profile = JSON.parse(readFileSync(join(folder, 'out.cpuprofile'), 'utf8'));
    const byId = new Map(profile.nodes.map((node) => [node.id, node]));
    assert.equal(profile.samples.length, profile.timeDeltas.length);
    assert.ok(profile.samples.every((id) => byId.has(id)));
    assert.ok(profile.nodes.every(({ children = [] }) => children.every((id) => byId.has(id))));
    const named = (name) => profile.nodes.filter(({ callFrame }) => callFrame.functionName === name);
    const [hot] = named('Worker.spin').sort((a, b) => b.hitCount - a.hitCount);
    assert.equal(hot.callFrame.url, `file://${encodeURI(file)}`);
    assert.equal(hot.callFrame.lineNumber, 4);
    const lines = hot.positionTicks.sort((a, b) => b.ticks - a.ticks).map(({ line }) => line);
    assert.ok(lines[0] === 7 || lines[0] === 8, `hottest lines ${lines}`);
    assert.ok(
      lines.every((line) => line >= 5 && line <= 9),
      `lines ${lines}`,
    );
    assert.ok(named('<module>').length > 0 && named('main').length > 0 && named('sorted').length > 0);
    assert.ok(!profile.nodes.some(({ callFrame }) => /engine\.cjs|\/dist\/|^node:/.test(callFrame.url)));
  });

  it('needs a file', () => {
    const { status, stderr } = run('--cpu-profile');
    assert.equal(status, 2);
    assert.match(stderr, /^Argument expected for the --cpu-profile option\n/);
  });
});
