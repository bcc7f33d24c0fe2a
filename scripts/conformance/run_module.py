"""Runs one module of CPython's test suite and reports every test on a line of its own.

    python run_module.py MODULE [DONE_FILE]

MODULE is a name such as test_int; the package `test` must be importable. A report line starts with the record
separator (0x1e) and has tab-separated fields: status, test id (without the module), detail. Status `start` announces
a test, so that whoever reads knows which one was running when the process died; `pass`, `fail`, `error` and `skip` end
one. Tests whose ids stand in DONE_FILE, one a line, are left out: that is how a run goes on after a crash.

Kept to the plainest Python, because the interpreter under test has to run it.
"""

import sys

if '' in sys.path:
    sys.path.remove('')
if len(sys.path) > 0:
    sys.path.append(sys.path[0] + '/support')  # last, so that CPython finds its own modules of these names
    sys.path[0] = __import__('os').environ['TAIPAN_SUITE']

import unittest

OUT = sys.stdout


def emit(status, name, detail=''):
    detail = detail.replace('\\', '\\\\').replace('\n', '\\n').replace('\t', ' ')
    OUT.write('\n\x1e' + status + '\t' + name.replace('\n', ' ').replace('\t', ' ') + '\t' + detail[:300] + '\n')
    OUT.flush()


def short_id(test, module):
    name = test.id()
    prefix = 'test.' + module + '.'
    if name.startswith(prefix):
        name = name[len(prefix):]
    return name


def describe(err):
    kind, value = err[0], err[1]
    try:
        text = str(value)
    except BaseException:
        text = '<no text>'
    lines = text.strip().split('\n')
    return kind.__name__ + ': ' + lines[0]


class Reporter(unittest.TestResult):
    """Keeps the worst outcome of each test and its subtests, and reports it when the test stops."""

    def __init__(self, module):
        super().__init__()
        self.module = module
        self.outcome = None

    def startTest(self, test):
        super().startTest(test)
        self.outcome = None
        emit('start', short_id(test, self.module))

    def stopTest(self, test):
        super().stopTest(test)
        status, detail = self.outcome or ('pass', '')
        emit(status, short_id(test, self.module), detail)
        self.outcome = None
        self.errors.clear()
        self.failures.clear()

    def settle(self, test, status, err):
        detail = describe(err)
        if isinstance(test, unittest.TestCase) or hasattr(test, 'runTest'):
            if self.outcome is None or self.outcome[0] == 'skip':
                self.outcome = (status, detail)
        else:  # a setUpClass or setUpModule: its tests never start
            emit(status, test.id(), detail)

    def addError(self, test, err):
        self.settle(test, 'error', err)

    def addFailure(self, test, err):
        self.settle(test, 'fail', err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.settle(test, 'fail', err)

    def addSkip(self, test, reason):
        if self.outcome is None:
            self.outcome = ('skip', str(reason))

    def addUnexpectedSuccess(self, test):
        self.outcome = ('fail', 'unexpected success')


def flatten(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flatten(test)
        else:
            yield test


def answer_for_c_helper():
    """The suite asks a C helper of CPython's whether code has positions; here it always has, and the helper is no part of it."""
    import test.support
    test.support.has_no_debug_ranges = lambda: False


def main():
    module = sys.argv[1]
    answer_for_c_helper()
    done = set()
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding='utf-8') as file:
            done = set(file.read().split('\n'))
    del sys.argv[1:]
    try:
        __import__('test.' + module)
        loader = unittest.TestLoader()
        tests = loader.loadTestsFromModule(sys.modules['test.' + module])
    except unittest.SkipTest as reason:
        emit('module', 'skip', str(reason))
        return
    except BaseException as error:
        emit('module', 'import', type(error).__name__ + ': ' + str(error))
        raise
    if done:
        tests = unittest.TestSuite(test for test in flatten(tests) if short_id(test, module) not in done)
    for text in loader.errors:
        emit('module', 'load', text.strip().split('\n')[-1])
    tests.run(Reporter(module))
    emit('module', 'done')


if __name__ == '__main__':
    main()
