"""Opens URLs in the user's browser, through the programs a desktop provides for it."""

import os
import shlex
import shutil
import subprocess
import sys
import threading

__all__ = ['Error', 'open', 'open_new', 'open_new_tab', 'get', 'register']


class Error(Exception):
    pass


_lock = threading.RLock()
_browsers = {}
_tryorder = None
_os_preferred_browser = None


def register(name, klass, instance=None, *, preferred=False):
    """Makes a kind of browser, or one instance of it, known under a name."""
    with _lock:
        if _tryorder is None:
            register_standard_browsers()
        _browsers[name.lower()] = [klass, instance]
        if preferred:
            _tryorder.insert(0, name)
        else:
            _tryorder.append(name)


def get(using=None):
    """The launcher for the named browser, or for the first one that is there."""
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()
    for browser in [using] if using is not None else _tryorder:
        if '%s' in browser:
            command = shlex.split(browser)
            if command[-1] == '&':
                return BackgroundBrowser(command[:-1])
            return GenericBrowser(command)
        entry = _browsers.get(browser.lower()) or _synthesize(browser)
        if entry[1] is not None:
            return entry[1]
        if entry[0] is not None:
            return entry[0]()
    raise Error('could not locate runnable browser')


def open(url, new=0, autoraise=True):
    """Shows url in the first browser that starts: in the same window (new=0), a new window (1) or a new tab (2)."""
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()
    return any(get(name).open(url, new, autoraise) for name in _tryorder)


def open_new(url):
    """As open(url), in a window of its own."""
    return open(url, 1)


def open_new_tab(url):
    """As open(url), in a new tab."""
    return open(url, 2)


def _synthesize(browser):
    program = shutil.which(browser)
    return [None, BackgroundBrowser(browser)] if program else [None, None]


class BaseBrowser:
    """What all launchers share."""

    args = ['%s']

    def __init__(self, name=''):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)

    @staticmethod
    def _check_url(url):
        if url and url.lstrip().startswith('-'):
            raise ValueError(f'Invalid URL (leading dash disallowed): {url!r}')


class GenericBrowser(BaseBrowser):
    """A browser that is a command, waited for until it ends."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name = name
            self.args = ['%s']
        else:
            self.name = name[0]
            self.args = name[1:]
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        self._check_url(url)
        return [self.name] + [arg.replace('%s', url) for arg in self.args]

    def open(self, url, new=0, autoraise=True):
        sys.audit('webbrowser.open', url)
        try:
            return not subprocess.Popen(self._command(url)).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A browser that is a command, left to itself."""

    def open(self, url, new=0, autoraise=True):
        command = self._command(url)
        sys.audit('webbrowser.open', url)
        try:
            process = subprocess.Popen(command, close_fds=True, start_new_session=True)
            return process.poll() is None
        except OSError:
            return False


def register_standard_browsers():
    """Fills the list of browsers to try: $BROWSER first, then what the platform opens links with."""
    global _tryorder
    _tryorder = []
    launchers = {'darwin': ['open'], 'win32': []}.get(sys.platform, ['xdg-open', 'x-www-browser', 'www-browser'])
    if sys.platform not in ('darwin', 'win32'):
        launchers += ['firefox', 'google-chrome', 'chromium', 'chromium-browser', 'links', 'lynx', 'w3m']
    for name in launchers:
        if shutil.which(name):
            register(name, None, BackgroundBrowser(name))
    for name in reversed(os.environ.get('BROWSER', '').split(os.pathsep)):
        if name:
            if name.lower() not in _browsers and '%s' not in name:
                _browsers[name.lower()] = _synthesize(name)
            _tryorder.insert(0, name)


def main(argv=None):
    import argparse

    parser = argparse.ArgumentParser(description='Open URL in a web browser.')
    parser.add_argument('url', help='URL to open')
    group = parser.add_mutually_exclusive_group()
    group.add_argument('-n', '--new-window', action='store_const', const=1, default=0, dest='new_win',
                       help='open new window')
    group.add_argument('-t', '--new-tab', action='store_const', const=2, default=0, dest='new_win',
                       help='open new tab')
    args = parser.parse_args(argv)
    open(args.url, args.new_win)
    print('\a')


if __name__ == '__main__':
    main()
