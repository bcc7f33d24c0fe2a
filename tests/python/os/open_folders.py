# Paths below an open folder (dir_fd), descriptors in place of paths, and copying between descriptors.
import os
import pathlib
import shutil
import tempfile
import warnings


def refuses(kind, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as error:
        return error
    raise AssertionError(f'{f.__name__} did not raise {kind.__name__}')


top = tempfile.mkdtemp()
folder = os.open(top, os.O_RDONLY)
os.mkdir('sub', dir_fd=folder)
with open(os.open('sub/file', os.O_WRONLY | os.O_CREAT, dir_fd=folder), 'w') as file:
    file.write('content')
os.symlink('sub/file', 'link', dir_fd=folder)
print(sorted(os.listdir(folder)), os.readlink('link', dir_fd=folder))
print(sorted((e.name, e.path, e.is_dir(), e.stat(follow_symlinks=False).st_size > 0) for e in os.scandir(folder)))
assert os.stat('sub/file', dir_fd=folder).st_size == 7
assert os.stat('link', dir_fd=folder, follow_symlinks=False).st_ino == os.lstat('link', dir_fd=folder).st_ino
assert os.access('sub/file', os.R_OK, dir_fd=folder) and not os.access('none', os.F_OK, dir_fd=folder)
os.rename('sub/file', 'moved', src_dir_fd=folder, dst_dir_fd=folder)
os.link('moved', 'other', src_dir_fd=folder, dst_dir_fd=folder)
os.utime('moved', ns=(1_000_000_000, 4_005_006_000), dir_fd=folder)
assert os.stat(os.path.join(top, 'other')).st_mtime == 4.005006
os.utime('moved', (1795394889.4860375, 1795394889.486037), dir_fd=folder)
assert abs(os.stat('moved', dir_fd=folder).st_mtime - 1795394889.486037) < 1e-6
os.chmod('moved', 0o600, dir_fd=folder)
assert os.stat('moved', dir_fd=folder).st_mode & 0o777 == 0o600
assert os.stat(top + '/moved', dir_fd=folder).st_nlink == 2
os.unlink('other', dir_fd=folder)
before = os.getcwd()
os.chdir(folder)
assert os.path.samefile('.', top)
os.fchdir(os.open(before, os.O_RDONLY))
assert os.statvfs(folder).f_bsize > 0

error = refuses(FileNotFoundError, os.stat, 'none', dir_fd=folder)
print(error.errno, error.filename)
error = refuses(OSError, os.stat, 'x', dir_fd=9999)
print(error.errno, error.filename)
print(refuses(TypeError, os.stat, 'x', dir_fd='a'))
print(refuses(ValueError, os.stat, folder, dir_fd=folder))
print(refuses(NotADirectoryError, os.listdir, os.open('moved', os.O_RDONLY, dir_fd=folder)).errno)
refuses(FileNotFoundError, os.stat, '', dir_fd=folder)

for name in ('open', 'stat', 'unlink', 'rmdir', 'mkdir', 'rename', 'utime', 'link', 'readlink', 'symlink'):
    assert getattr(os, name) in os.supports_dir_fd, name
for name in ('listdir', 'scandir', 'stat', 'chdir', 'statvfs', 'truncate', 'utime'):
    assert getattr(os, name) in os.supports_fd, name
for root, folders, files, fd in os.fwalk('.', dir_fd=folder):
    print(root, folders, sorted(files), os.listdir(fd) == os.listdir(os.path.join(top, root)))

# A bool is no descriptor, though it is an int.
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for f in (os.fsync, os.fdatasync, os.fchdir, os.stat, os.listdir):
        print(refuses(RuntimeWarning, f, True))
    refuses(RuntimeWarning, os.truncate, False, 0)

# Copies.
source = os.open('moved', os.O_RDONLY, dir_fd=folder)
target = os.open('copy', os.O_RDWR | os.O_CREAT, dir_fd=folder)
assert os.copy_file_range(source, target, 3) == 3
assert os.copy_file_range(source, target, 100) == 4
assert os.copy_file_range(source, target, 100) == 0
assert os.copy_file_range(source, target, 2, offset_src=1, offset_dst=10) == 2
assert os.pread(target, 100, 0) == b'content\0\0\0on'
print(refuses(ValueError, os.copy_file_range, source, target, -1))
copied = pathlib.Path(top, 'moved').copy(pathlib.Path(top, 'copied'), preserve_metadata=True)
assert copied.read_text() == 'content' and copied.stat().st_mode & 0o777 == 0o600
pathlib.Path(top, 'into').mkdir()
pathlib.Path(top, 'sub').copy_into(pathlib.Path(top, 'into'))
print(sorted(p.name for p in pathlib.Path(top).rglob('*')))

assert shutil.rmtree.avoids_symlink_attacks
shutil.rmtree(top)
assert not os.path.exists(top)
# expect-stdout:
# ['link', 'sub'] sub/file
# [('link', 'link', False, True), ('sub', 'sub', True, True)]
# 2 none
# 9 x
# argument should be integer or None, not str
# stat: can't specify dir_fd without matching path
# 20
# . ['sub'] ['link', 'moved'] True
# ./sub [] [] True
# bool is used as a file descriptor
# bool is used as a file descriptor
# bool is used as a file descriptor
# bool is used as a file descriptor
# bool is used as a file descriptor
# negative value for 'count' not allowed
# ['copied', 'copy', 'into', 'link', 'moved', 'sub', 'sub']
