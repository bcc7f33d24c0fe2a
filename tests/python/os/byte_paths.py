# Folders whose names are bytes: UTF-8, and what is not.
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
    base = os.fsencode(top)
    for name in ('æd'.encode(), b'\xff\xfe'):
        folder = os.path.join(base, name)
        os.mkdir(folder)
        os.chdir(folder)
        assert os.path.basename(os.getcwdb()) == name, os.getcwdb()
        with open('x', 'w') as file:
            file.write('a')
        assert os.listdir(folder) == [b'x']
        os.chdir(base)
        try:
            os.chdir(os.path.join(folder, b'x'))
        except NotADirectoryError as error:
            assert error.errno == 20 and error.filename == os.path.join(folder, b'x'), error
        else:
            raise AssertionError('chdir into a file')
    try:
        os.chdir(os.path.join(base, b'\xfd'))
    except FileNotFoundError as error:
        assert error.filename == os.path.join(base, b'\xfd')
    else:
        raise AssertionError('chdir into nothing')
    os.chdir('/')
