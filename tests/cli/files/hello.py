"""A script that says what it was started as."""
import sys

if __name__ == '__main__':
    print('hello', __name__, sys.argv[1:])
