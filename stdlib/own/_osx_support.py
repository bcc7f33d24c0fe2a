"""What sysconfig asks for on macOS: the platform's name and compiler settings, without a compiler to look at."""

import os
import sys

__all__ = ['compiler_fixup', 'customize_config_vars', 'customize_compiler', 'get_platform_osx']


def _release():
    version = os.uname().release.split('.')[0]
    return f'{max(int(version) - 9, 11)}.0' if version.isdigit() else '11.0'


def compiler_fixup(compiler_so, cc_args):
    """Nothing here is built with a compiler: the arguments stay as they are."""
    return list(compiler_so)


def customize_config_vars(_config_vars):
    """Fills in the deployment target when the variables have none."""
    _config_vars.setdefault('MACOSX_DEPLOYMENT_TARGET', _release())
    return _config_vars


def customize_compiler(_config_vars):
    return _config_vars


def get_platform_osx(_config_vars, osname, release, machine):
    """The parts of a platform tag such as macosx-14.0-arm64."""
    release = _config_vars.get('MACOSX_DEPLOYMENT_TARGET') or _release()
    return 'macosx', release, machine or ('arm64' if sys.maxsize > 2**32 else 'i386')
