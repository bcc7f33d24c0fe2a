// What only a real system has: signals while JavaScript never yields, children, time zones from the system's files.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createNodeHost } from '../../../dist/host/node/host.js';

const HOST = fileURLToPath(new URL('../../../dist/host/node/host.js', import.meta.url));
const host = createNodeHost();

/** A program that never returns to its event loop. */
const program = (body) => `
  import { createNodeHost } from ${JSON.stringify(HOST)};
  const host = createNodeHost();
  const { signals, files } = host;
  const say = (text) => files.write(1, new TextEncoder().encode(text));
  ${body}`;
const start = (body) => spawn(process.execPath, ['--input-type=module', '-e', program(body)], { stdio: 'pipe' });

async function finish(child) {
  let text = '';
  child.stdout.on('data', (data) => (text += data));
  const [code, signal] = await once(child, 'close');
  return { text, code, signal };
}

describe('signals on the node host', { skip: process.platform === 'win32' }, () => {
  it('reach a tight loop within 100 ms', async () => {
    const child = start(`
      signals.setDisposition(2, 'subscribe');
      say('ready');
      while (signals.flag[0] === 0);
      say(' ' + signals.take());`);
    const done = finish(child);
    await once(child.stdout, 'data');
    const sent = performance.now();
    child.kill('SIGINT');
    const { text, code } = await done;
    assert.equal(text, 'ready 2');
    assert.equal(code, 0);
    assert.ok(performance.now() - sent < 500, 'including the end of the process');
  });

  it('end a sleep and a read', async () => {
    const child = start(`
      signals.setDisposition(10, 'subscribe');
      say('ready');
      const slept = host.clock.sleep(20_000_000_000n);
      say(' ' + slept + signals.take());
      try { files.read(files.pipe()[0], new Uint8Array(10)); } catch (error) { say(' ' + error.errno + signals.take()); }`);
    const done = finish(child);
    await once(child.stdout, 'data');
    child.kill('SIGUSR1');
    await once(child.stdout, 'data');
    child.kill('SIGUSR1');
    assert.equal((await done).text, 'ready false10 EINTR10');
  });

  it('kill again once the default is back', async () => {
    const child = start(`
      signals.setDisposition(2, 'subscribe');
      signals.raise(2);
      say(String(signals.take()));
      signals.setDisposition(2, 'default');
      signals.raise(2);
      say('not reached');`);
    assert.deepEqual(await finish(child), { text: '2', code: null, signal: 'SIGINT' });
  });

  it('come from the alarm', async () => {
    const child = start(`
      signals.setDisposition(14, 'subscribe');
      signals.setTimer(0.05, 0);
      const before = host.clock.monotonicNs();
      while (signals.flag[0] === 0);
      const took = Number(host.clock.monotonicNs() - before) / 1e9;
      say(signals.take() + ' ' + (took > 0.03 && took < 1));`);
    assert.equal((await finish(child)).text, '14 true');
  });

  it('refuse what cannot be caught', () => {
    for (const signum of [0, 9, 19, 99])
      assert.throws(() => host.signals.setDisposition(signum, 'ignore'), { errno: 'EINVAL' });
  });
});

describe('children of the node host', { skip: process.platform === 'win32' }, () => {
  it('run to their end', async () => {
    const child = start(`
      const { children } = host.process;
      const shell = (text, options = {}) => children.runCommand(['/bin/sh', '-c', text], options);
      const result = shell('cat; exit 3', { input: new TextEncoder().encode('fed') });
      say(result.exitCode + new TextDecoder().decode(result.stdout));
      host.process.env.set('MINE', 'yes');
      shell('echo " $MINE"', { inherit: true });
      say(shell('kill -9 $$').signal + '');`);
    assert.equal((await finish(child)).text, '3fed yes\n9');
  });

  it('talk over pipes and are awaited', async () => {
    const child = start(`
      const { children } = host.process;
      const [inRead, inWrite] = files.pipe();
      const [outRead, outWrite] = files.pipe();
      const descriptors = new Map([[0, inRead], [1, outWrite], [2, 2]]);
      const pid = children.spawn({ executables: ['/nowhere/tr', '/usr/bin/tr', '/bin/tr'], args: ['tr', 'a-z', 'A-Z'], descriptors });
      files.close(inRead);
      files.close(outWrite);
      say(String(children.wait(pid, false)));
      files.write(inWrite, new TextEncoder().encode('shout'));
      files.close(inWrite);
      const buffer = new Uint8Array(20);
      const count = files.read(outRead, buffer);
      say(' ' + new TextDecoder().decode(buffer.subarray(0, count)) + files.read(outRead, buffer));
      const end = children.wait(pid, true);
      say(' ' + (end.pid === pid) + end.exitCode);
      try { children.wait(pid, true); } catch (error) { say(' ' + error.errno); }
      try { children.spawn({ executables: ['/no/such'], args: ['x'], descriptors: new Map() }); } catch (error) { say(' ' + error.errno); }`);
    assert.equal((await finish(child)).text, 'undefined SHOUT0 true0 ECHILD ENOENT');
  });
});

describe('standard streams of the node host', { skip: process.platform === 'win32' }, () => {
  const run = (shell, body) =>
    spawnSync('/bin/sh', ['-c', shell], {
      env: { ...process.env, NODE: process.execPath, PROGRAM: program(body) },
      encoding: 'utf8',
    });
  const NODE = '"$NODE" --input-type=module -e "$PROGRAM"';

  it('a closed pipe is EPIPE', () => {
    const body = `
      try { for (;;) files.write(1, new Uint8Array(70000)); }
      catch (error) { files.write(2, new TextEncoder().encode(error.errno + error.code)); }`;
    assert.equal(run(`${NODE} | head -c 1 >/dev/null`, body).stderr, 'EPIPE32');
  });

  it('writes all of a large block to a slow reader', () => {
    const body = `say(String(files.write(1, new Uint8Array(3_000_000).fill(65))).length + '');`;
    assert.equal(run(`${NODE} | (sleep 0.2; wc -c)`, body).stdout.trim(), '3000001');
  });

  it('a redirected file keeps its offset between us and our children', () => {
    const body = `
      const one = new Uint8Array(2);
      files.read(0, one);
      say(new TextDecoder().decode(one) + files.lseek(0, 0, 1));
      host.process.children.runCommand(['cat'], { inherit: true });`;
    assert.equal(
      run(`printf abcdef > /tmp/taipan-$$; (head -c 0; ${NODE}) < /tmp/taipan-$$; rm /tmp/taipan-$$`, body).stdout,
      'ab2cdef',
    );
  });
});

describe('the clock of the node host', () => {
  it('agrees with the system and moves on', () => {
    assert.ok(Math.abs(Number(host.clock.timeNs()) / 1e6 - Date.now()) < 20);
    const before = host.clock.monotonicNs();
    assert.equal(host.clock.sleep(5_000_000n), true);
    assert.ok(host.clock.monotonicNs() - before >= 5_000_000n);
    assert.ok(host.clock.processTimeNs() > 0n && host.clock.threadTimeNs() > 0n);
  });
});

describe('time zones', () => {
  // Recorded from localtime(3).
  const table = [
    ['EST5EDT,M3.2.0,M11.1.0', 1_720_000_000, -14400, true, 'EDT'],
    ['EST5EDT,M3.2.0,M11.1.0', 1_700_000_000, -18000, false, 'EST'],
    ['<+0330>-3:30', 0, 12600, false, '+0330'],
    ['AEST-10AEDT,M10.1.0,M4.1.0/3', 1_700_000_000, 39600, true, 'AEDT'],
    ['', 1_700_000_000, 0, false, 'UTC'],
    ['Foo/Bar', 1_700_000_000, 0, false, 'Foo'],
    ['Europe/Berlin', 1_720_000_000, 7200, true, 'CEST'],
    ['Europe/Berlin', 4_000_000_000, 7200, true, 'CEST'],
  ];
  for (const [tz, seconds, offset, isDst, abbreviation] of table)
    it(`${tz} at ${seconds}`, () => {
      assert.deepEqual({ ...host.clock.zone(tz).at(seconds) }, { offset, isDst, abbreviation });
    });
});
