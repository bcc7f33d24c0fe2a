import os
import sys

print(sys.argv, os.path.basename(__file__), __name__, __package__, __doc__, __spec__, os.path.basename(sys.path[0]))
