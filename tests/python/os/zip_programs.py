# Modules, packages and data in zip archives on sys.path; programs that are an archive or a folder.
import importlib.resources
import os
import pkgutil
import subprocess
import sys
import tempfile
import zipfile

with tempfile.TemporaryDirectory() as folder:
    archive = os.path.join(folder, "stuff.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("zipped_module.py", "value = 5\ndef f():\n    raise KeyError('inside')\n")
        out.writestr("zipped_package/__init__.py", "from . import part\n")
        out.writestr("zipped_package/part.py", "name = __name__\n")
        out.writestr("zipped_package/data.txt", "hello")
        out.writestr("__main__.py", "import sys, zipped_module; print(zipped_module.value, __name__, sys.argv[1:])")
    sys.path.insert(0, archive)
    import zipped_module
    import zipped_package
    import zipimport

    assert zipped_module.value == 5 and zipped_module.__file__ == os.path.join(archive, "zipped_module.py")
    assert isinstance(zipped_module.__loader__, zipimport.zipimporter)
    assert zipimport.zipimporter in sys.path_hooks
    assert zipped_package.part.name == "zipped_package.part"
    assert pkgutil.get_data("zipped_package", "data.txt") == b"hello"
    assert importlib.resources.files("zipped_package").joinpath("data.txt").read_text() == "hello"
    inner = os.path.join(archive, "zipped_package")
    assert zipimport.zipimporter(inner).find_spec("part") is not None
    try:
        zipimport.zipimporter(folder)
    except zipimport.ZipImportError as error:
        assert "not a Zip file" in str(error)

    def run(path):
        return subprocess.run([sys.executable, path, "a", "b"], capture_output=True, text=True)

    assert run(archive).stdout == "5 __main__ ['a', 'b']\n"
    renamed = os.path.join(folder, "program")
    with open(archive, "rb") as source, open(renamed, "wb") as target:
        target.write(b"#!/usr/bin/env python3\n" + source.read())
    assert run(renamed).stdout == "5 __main__ ['a', 'b']\n"
    directory = os.path.join(folder, "directory")
    os.mkdir(directory)
    assert "can't find '__main__' module in" in run(directory).stderr
    with open(os.path.join(directory, "__main__.py"), "w") as out:
        out.write("import sys; print(__name__, sys.path[0] == sys.argv[0])")
    assert run(directory).stdout == "__main__ True\n"
