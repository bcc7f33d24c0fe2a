// One contract for the file capability, run on the Node host (in a temporary directory) and on the memory host.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createMemoryHost } from '../../../dist/host/memory/host.js';
import { createNodeHost } from '../../../dist/host/node/host.js';

const encode = (text) => new TextEncoder().encode(text);
const decode = (bytes) => new TextDecoder().decode(bytes);

contract('memory', () => {
  const { files } = createMemoryHost({ clock: { startNs: 1_700_000_000_000_000_000n } });
  files.mkdir('/base', 0o777);
  return { files, base: '/base' };
});

const scratch = mkdtempSync(join(tmpdir(), 'taipan-host-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
contract('node', () => ({ files: createNodeHost().files, base: mkdtempSync(join(scratch, 'x')) }));

function contract(name, make) {
  describe(`files on the ${name} host`, () => {
    const { files, base } = make();
    const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND } = files.constants;
    let count = 0;
    const fresh = () => `${base}/f${count++}`;
    const put = (text, path = fresh()) => {
      const fd = files.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
      files.write(fd, encode(text));
      files.close(fd);
      return path;
    };
    const get = (path) => {
      const fd = files.open(path, O_RDONLY, 0);
      const text = slurp(fd);
      files.close(fd);
      return text;
    };
    const slurp = (fd) => {
      let text = '';
      const buffer = new Uint8Array(5);
      for (let n = files.read(fd, buffer); n > 0; n = files.read(fd, buffer)) text += decode(buffer.subarray(0, n));
      return text;
    };
    const fails = (errno, call) => {
      try {
        call();
      } catch (error) {
        assert.equal(error.errno, errno, `${error}`);
        assert.ok(!(error instanceof Error), 'a plain object is thrown');
        assert.equal(typeof error.code, 'number');
        return error;
      }
      return assert.fail(`no ${errno}`);
    };

    it('writes, reads, truncates and appends', () => {
      const path = put('hello world');
      assert.equal(get(path), 'hello world');
      const fd = files.open(path, O_WRONLY | O_APPEND, 0);
      files.write(fd, encode('!'));
      assert.equal(files.lseek(fd, 0, 1), 12);
      files.close(fd);
      assert.equal(get(path), 'hello world!');
      files.truncate(path, 5);
      assert.equal(get(path), 'hello');
      put('', path);
      assert.equal(files.stat(path, true).size, 0);
    });

    it('moves the offset as POSIX says', () => {
      const fd = files.open(put('0123456789'), O_RDWR, 0);
      const buffer = new Uint8Array(3);
      assert.equal(files.read(fd, buffer), 3);
      assert.equal(files.lseek(fd, 0, 1), 3);
      assert.equal(files.lseek(fd, -2, 2), 8);
      assert.equal(slurp(fd), '89');
      assert.equal(files.pread(fd, buffer, 4), 3);
      assert.equal(decode(buffer), '456');
      assert.equal(files.lseek(fd, 0, 1), 10);
      files.lseek(fd, 2, 0);
      files.write(fd, encode('AB'));
      assert.equal(files.lseek(fd, 0, 1), 4);
      files.pwrite(fd, encode('Z'), 0);
      files.lseek(fd, 12, 0);
      files.write(fd, encode('end'));
      files.lseek(fd, 0, 0);
      assert.equal(slurp(fd), 'Z1AB456789\0\0end');
      fails('EINVAL', () => files.lseek(fd, -1, 0));
      fails('EINVAL', () => files.lseek(fd, 0, 9));
      files.ftruncate(fd, 2);
      assert.equal(files.fstat(fd).size, 2);
      files.close(fd);
      fails('EBADF', () => files.read(fd, buffer));
      fails('EBADF', () => files.close(fd));
    });

    it('shares the offset between dup and its source', () => {
      const fd = files.open(put('abcdef'), O_RDONLY, 0);
      const copy = files.dup(fd);
      assert.notEqual(copy, fd);
      const two = new Uint8Array(2);
      files.read(fd, two);
      files.read(copy, two);
      assert.equal(decode(two), 'cd');
      files.close(fd);
      assert.equal(slurp(copy), 'ef');
      assert.equal(files.dup2(copy, 40, false), 40);
      files.lseek(40, 1, 0);
      files.read(copy, two);
      assert.equal(decode(two), 'bc');
      files.close(copy);
      files.close(40);
      fails('EBADF', () => files.dup(40));
    });

    it('gives the lowest free descriptor', () => {
      const path = put('');
      const a = files.open(path, O_RDONLY, 0);
      const b = files.open(path, O_RDONLY, 0);
      assert.equal(b, a + 1);
      files.close(a);
      assert.equal(files.open(path, O_RDONLY, 0), a);
      assert.equal(files.getInheritable(a), false);
      files.setInheritable(a, true);
      assert.equal(files.getInheritable(a), true);
      files.close(a);
      files.close(b);
    });

    it('refuses to open with the right errno', () => {
      const missing = fresh();
      const error = fails('ENOENT', () => files.open(missing, O_RDONLY, 0));
      assert.equal(error.path, missing);
      assert.equal(error.code, 2);
      assert.equal(error.message, 'No such file or directory');
      const path = put('x');
      fails('EEXIST', () => files.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666));
      fails('EISDIR', () => files.open(base, O_WRONLY, 0));
      fails('ENOTDIR', () => files.open(`${path}/x`, O_RDONLY, 0));
      fails('ENOTDIR', () => files.stat(`${path}/x`, true));
      assert.equal(files.statOrUndefined(`${path}/x`, true), undefined);
      assert.equal(files.statOrUndefined(missing, true), undefined);
      const fd = files.open(path, O_WRONLY, 0);
      fails('EBADF', () => files.read(fd, new Uint8Array(1)));
      files.close(fd);
      const directory = files.open(base, O_RDONLY, 0);
      fails('EISDIR', () => files.read(directory, new Uint8Array(1)));
      files.close(directory);
    });

    it('pipes', () => {
      const [read, write] = files.pipe();
      assert.equal(files.write(write, encode('through')), 7);
      const buffer = new Uint8Array(4);
      assert.equal(files.read(read, buffer), 4);
      assert.equal(decode(buffer), 'thro');
      fails('ESPIPE', () => files.lseek(read, 0, 1));
      files.setBlocking(read, false);
      files.read(read, buffer);
      fails('EAGAIN', () => files.read(read, buffer));
      files.close(write);
      assert.equal(files.read(read, buffer), 0);
      files.close(read);
      const [read2, write2] = files.pipe();
      files.close(read2);
      fails('EPIPE', () => files.write(write2, encode('x')));
      files.close(write2);
    });

    it('says when pipes are ready', () => {
      const [read, write] = files.pipe();
      const ask = () =>
        files.poll(
          [
            { fd: read, events: 1 },
            { fd: 999, events: 1 },
          ],
          0,
        );
      assert.deepEqual(ask(), [0, 32]);
      files.write(write, encode('ab'));
      assert.deepEqual(ask(), [1, 32]);
      const one = new Uint8Array(1);
      assert.equal(files.read(read, one), 1);
      assert.deepEqual(ask(), [1, 32]);
      assert.deepEqual(files.poll([{ fd: write, events: 4 }], 0), [4]);
      assert.equal(files.read(read, one), 1);
      assert.equal(decode(one), 'b');
      files.close(write);
      assert.deepEqual(ask(), [16, 32]);
      assert.equal(files.read(read, one), 0);
      files.close(read);
    });

    it('makes, lists and removes directories', () => {
      const dir = fresh();
      files.mkdir(dir, 0o777);
      fails('EEXIST', () => files.mkdir(dir, 0o777));
      fails('ENOENT', () => files.mkdir(`${dir}/no/such`, 0o777));
      put('1', `${dir}/file`);
      files.mkdir(`${dir}/sub`, 0o700);
      files.symlink('file', `${dir}/link`);
      assert.deepEqual(files.listdir(dir).sort(), ['file', 'link', 'sub']);
      const types = files.scandir(dir).map(({ name, type }) => `${name}:${type}`);
      assert.deepEqual(types.sort(), ['file:8', 'link:10', 'sub:4']);
      fails('ENOTEMPTY', () => files.rmdir(dir));
      fails('ENOTDIR', () => files.rmdir(`${dir}/file`));
      fails('EISDIR', () => files.unlink(`${dir}/sub`));
      fails('ENOTDIR', () => files.listdir(`${dir}/file`));
      files.rmdir(`${dir}/sub`);
      files.unlink(`${dir}/file`);
      files.unlink(`${dir}/link`);
      files.rmdir(dir);
      fails('ENOENT', () => files.listdir(dir));
    });

    it('follows, reads and refuses links', () => {
      const path = put('linked');
      const link = fresh();
      files.symlink(path, link);
      assert.equal(get(link), 'linked');
      assert.equal(files.readlink(link), path);
      assert.equal(files.stat(link, false).mode & 0o170000, 0o120000);
      assert.equal(files.stat(link, true).mode & 0o170000, 0o100000);
      fails('EINVAL', () => files.readlink(path));
      const loop = fresh();
      files.symlink(loop, loop);
      fails('ELOOP', () => files.open(loop, O_RDONLY, 0));
      const hard = fresh();
      files.link(path, hard);
      assert.equal(files.stat(path, true).nlink, 2);
      assert.equal(files.stat(path, true).ino, files.stat(hard, true).ino);
      const error = fails('EEXIST', () => files.link(path, hard));
      assert.deepEqual([error.path, error.path2], [path, hard]);
    });

    it('renames', () => {
      const from = put('moved');
      const to = put('old');
      files.rename(from, to);
      assert.equal(get(to), 'moved');
      fails('ENOENT', () => files.rename(from, to));
      const a = fresh();
      const b = fresh();
      files.mkdir(a, 0o777);
      files.mkdir(b, 0o777);
      fails('EISDIR', () => files.rename(to, a));
      fails('ENOTDIR', () => files.rename(a, to));
      fails('EINVAL', () => files.rename(a, `${a}/inside`));
      put('x', `${b}/x`);
      fails('ENOTEMPTY', () => files.rename(a, b));
      files.rename(b, `${a}/b`);
      assert.equal(get(`${a}/b/x`), 'x');
      assert.equal(get(`${a}/b/../b/./x`), 'x');
    });

    it('keeps modes and times', () => {
      const path = put('x');
      files.chmod(path, 0o640);
      assert.equal(files.stat(path, true).mode, 0o100640);
      files.utimens(path, 1_000_000_000_000_000_000n, 1_500_000_000_500_000_000n, true);
      const { atimeNs, mtimeNs } = files.stat(path, true);
      assert.equal(atimeNs, 1_000_000_000_000_000_000n);
      assert.equal(mtimeNs, 1_500_000_000_500_000_000n);
      const before = files.umask(0o077);
      const masked = put('y');
      assert.equal(files.umask(before), 0o077);
      assert.equal(files.stat(masked, true).mode, 0o100600);
      files.access(path, 4);
      fails('ENOENT', () => files.access(`${path}no`, 0));
      files.chmod(path, 0o600);
      fails('EACCES', () => files.access(path, 1));
    });

    it('keeps names that are not UTF-8', () => {
      const dir = fresh();
      files.mkdir(dir, 0o777);
      const name = Uint8Array.of(0x61, 0xff, 0x62);
      const path = Uint8Array.from([...encode(`${dir}/`), ...name]);
      put('raw', path);
      put('text', `${dir}/é`);
      assert.equal(get(path), 'raw');
      const names = files.listdir(dir);
      assert.ok(names.some((entry) => entry === 'é'));
      assert.deepEqual(
        names.find((entry) => typeof entry !== 'string'),
        name,
      );
      assert.equal(files.stat(path, true).size, 3);
    });

    it('knows where it is', () => {
      const before = files.getcwd();
      const dir = fresh();
      files.mkdir(dir, 0o777);
      files.chdir(dir);
      put('here', 'relative');
      assert.equal(get(`${dir}/relative`), 'here');
      assert.equal(files.realpath('.'), files.realpath(dir));
      files.symlink('relative', 'alias');
      assert.equal(files.realpath('alias'), `${files.realpath(dir)}/relative`);
      fails('ENOENT', () => files.realpath('nothing'));
      files.chdir(before);
      fails('ENOENT', () => files.chdir(`${dir}/none`));
    });

    it('answers for descriptors that are not open', () => {
      assert.equal(files.isatty(999), false);
      fails('EBADF', () => files.fstat(999));
    });
  });
}
