"""Build-time variables for sysconfig: those of every platform, as nothing here was built with a compiler."""

from _sysconfigdata__linux_ import build_time_vars as build_time_vars
