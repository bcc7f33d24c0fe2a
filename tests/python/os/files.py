# os on files and directories: what it returns, and what it says when it cannot.
import os
import stat

BASE = f'/tmp/taipan-os-{os.getpid()}'


def raises(kind, text, call):
    try:
        call()
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == text, str(error)
    else:
        assert False, text


os.mkdir(BASE)
start = os.getcwd()
os.chdir(BASE)
try:
    # Descriptors.
    fd = os.open('a', os.O_RDWR | os.O_CREAT, 0o640)
    assert os.write(fd, b'hello world') == 11
    assert os.lseek(fd, 0, os.SEEK_SET) == 0 and os.read(fd, 5) == b'hello'
    assert os.pread(fd, 3, 6) == b'wor' and os.pwrite(fd, b'J', 0) == 1
    assert os.lseek(fd, 0, os.SEEK_CUR) == 5
    assert os.writev(fd, [b'A', b'BC']) == 3
    os.ftruncate(fd, 9)
    info = os.fstat(fd)
    assert info.st_size == 9 and stat.S_ISREG(info.st_mode) and info.st_nlink == 1
    assert not os.isatty(fd) and not os.get_inheritable(fd)
    os.set_inheritable(fd, True)
    assert os.get_inheritable(fd)
    copy = os.dup(fd)
    assert copy != fd and os.fstat(copy).st_ino == info.st_ino
    assert os.dup2(fd, copy) == copy
    os.close(copy)
    os.close(fd)
    raises(OSError, '[Errno 9] Bad file descriptor', lambda: os.read(fd, 1))
    raises(OSError, '[Errno 9] Bad file descriptor', lambda: os.close(fd))
    raises(FileNotFoundError, "[Errno 2] No such file or directory: 'none'", lambda: os.open('none', os.O_RDONLY))
    raises(TypeError, "open: path should be string, bytes or os.PathLike, not int", lambda: os.open(5, 0))
    raises(ValueError, 'open: embedded null character in path', lambda: os.open('a\0', 0))
    r, w = os.pipe()
    assert os.write(w, b'pipe') == 4 and os.read(r, 10) == b'pipe'
    raises(OSError, '[Errno 29] Illegal seek', lambda: os.lseek(r, 0, 0))
    os.set_blocking(r, False)
    raises(BlockingIOError, '[Errno 11] Resource temporarily unavailable', lambda: os.read(r, 1))
    os.close(w)
    assert os.read(r, 1) == b''
    os.close(r)

    # stat.
    info = os.stat('a')
    assert len(info) == 10 and info[6] == info.st_size == 9
    assert info[8] == int(info.st_mtime) and abs(info.st_mtime_ns / 1e9 - info.st_mtime) < 1e-3
    assert repr(info).startswith(f'os.stat_result(st_mode={info.st_mode}, st_ino={info.st_ino},')
    assert info.n_fields == 19 and info.n_sequence_fields == 10 and info.n_unnamed_fields == 3
    raises(AttributeError, 'readonly attribute', lambda: setattr(info, 'st_mode', 1))
    raises(TypeError, "stat: path should be string, bytes, os.PathLike or integer, not list", lambda: os.stat([]))
    raises(FileNotFoundError, "[Errno 2] No such file or directory: b'none'", lambda: os.stat(b'none'))
    raises(NotADirectoryError, "[Errno 20] Not a directory: 'a/b'", lambda: os.stat('a/b'))
    os.utime('a', (1.5, 2.25))
    assert os.stat('a').st_atime == 1.5 and os.stat('a').st_mtime == 2.25
    os.utime('a', ns=(1_000_000_000, 5_000_000_000))
    assert os.stat('a').st_mtime_ns == 5_000_000_000
    os.chmod('a', 0o600)
    assert stat.filemode(os.stat('a').st_mode) == '-rw-------'
    assert os.access('a', os.R_OK) and not os.access('none', os.F_OK)
    os.truncate('a', 3)
    assert os.path.getsize('a') == 3

    # Names.
    os.symlink('a', 'link')
    assert os.readlink('link') == 'a' and os.readlink(b'link') == b'a'
    assert os.path.islink('link') and stat.S_ISLNK(os.lstat('link').st_mode)
    os.link('a', 'hard')
    assert os.stat('a').st_nlink == 2 and os.path.samefile('a', 'hard')
    os.rename('hard', 'moved')
    raises(FileNotFoundError, "[Errno 2] No such file or directory: 'hard' -> 'x'", lambda: os.rename('hard', 'x'))
    os.replace('moved', 'a')
    os.unlink('moved')
    raises(FileExistsError, f"[Errno 17] File exists: 'a' -> 'link'", lambda: os.link('a', 'link'))
    os.makedirs('d/e/f')
    raises(FileExistsError, "[Errno 17] File exists: 'd'", lambda: os.mkdir('d'))
    raises(OSError, "[Errno 39] Directory not empty: 'd'", lambda: os.rmdir('d'))
    raises(IsADirectoryError, "[Errno 21] Is a directory: 'd'", lambda: os.unlink('d'))
    assert sorted(os.listdir()) == ['a', 'd', 'link']
    assert sorted(os.listdir(b'.')) == [b'a', b'd', b'link']
    raises(NotADirectoryError, "[Errno 20] Not a directory: 'a'", lambda: os.listdir('a'))
    with os.scandir() as entries:
        found = {e.name: (e.path, e.is_dir(), e.is_file(), e.is_symlink()) for e in entries}
    assert found == {
        'a': ('./a', False, True, False),
        'd': ('./d', True, False, False),
        'link': ('./link', False, True, True),
    }, found
    entry = [e for e in os.scandir(BASE) if e.name == 'a'][0]
    assert repr(entry) == "<DirEntry 'a'>" and os.fspath(entry) == BASE + '/a'
    assert entry.stat().st_size == 3 and entry.inode() == os.stat('a').st_ino
    assert [(p, sorted(d), sorted(f)) for p, d, f in os.walk('.')] == [
        ('.', ['d'], ['a', 'link']), ('./d', ['e'], []), ('./d/e', ['f'], []), ('./d/e/f', [], [])]
    os.removedirs('d/e/f')
    assert not os.path.exists('d')
    name = b'raw\xff'
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    assert 'raw\udcff' in os.listdir() and name in os.listdir(b'.')
    assert os.path.exists('raw\udcff') and os.fsencode('raw\udcff') == name
    os.unlink('raw\udcff')
    assert os.path.realpath('link') == os.path.realpath(BASE) + '/a'
    before = os.umask(0o027)
    os.mkdir('m')
    assert stat.S_IMODE(os.stat('m').st_mode) == 0o750
    assert os.umask(before) == 0o027
    os.rmdir('m')
    raises(NotImplementedError, 'dir_fd unavailable on this platform', lambda: os.mkdir('z', dir_fd=3)) if os.mkdir not in os.supports_dir_fd else None

    # Paths.
    for path, normal in [('', '.'), ('/', '/'), ('//', '//'), ('///a//b', '/a/b'), ('a/../..', '..'), ('/../a', '/a'), ('a/./b/', 'a/b'), ('../../a', '../../a')]:
        assert os.path.normpath(path) == normal, path
        assert os.path.normpath(path.encode()) == normal.encode()
    assert os.path.splitroot('//a/b') == ('', '//', 'a/b') and os.path.splitroot(b'/x') == (b'', b'/', b'x')

    # The process.
    os.environ['TAIPAN_X'] = 'é'
    assert os.getenv('TAIPAN_X') == 'é' and os.environb[b'TAIPAN_X'] == b'\xc3\xa9'
    del os.environ['TAIPAN_X']
    assert os.getenv('TAIPAN_X') is None
    assert len(os.urandom(8)) == 8 and os.urandom(8) != os.urandom(8)
    raises(ValueError, 'negative argument not allowed', lambda: os.urandom(-1))
    assert os.strerror(2) == 'No such file or directory' and os.strerror(9999) == 'Unknown error 9999'
    assert os.system('exit 3') == 3 << 8 and os.waitstatus_to_exitcode(3 << 8) == 3
    assert os.WIFEXITED(0) and os.WEXITSTATUS(0x300) == 3 and os.WIFSIGNALED(9) and os.WTERMSIG(9) == 9
    raises(ChildProcessError, '[Errno 10] No child processes', lambda: os.waitpid(-1, 0))
    raises(ProcessLookupError, '[Errno 3] No such process', lambda: os.kill(2**22 + 5, 0))
    assert os.uname().sysname == 'Linux' and len(os.times()) == 5 and os.cpu_count() >= 1
    assert os.makedev(os.major(info.st_dev), os.minor(info.st_dev)) == info.st_dev
finally:
    os.chdir(start)
    for where, dirs, names in os.walk(BASE, topdown=False):
        for name in names:
            os.unlink(os.path.join(where, name))
        os.rmdir(where)
print('ok')
