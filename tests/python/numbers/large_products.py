# Exact sums of products whose factors are near the largest float.
import math
import statistics
import sys

big = sys.float_info.max
assert math.sumprod([big, 1.0], [1.0, -1.0]) == big
assert math.sumprod([1.0, big], [big, -1.0]) == 0.0
assert math.sumprod([big, big], [0.5, -0.5]) == 0.0
assert math.sumprod([1e308, 1e308, 1.0], [1e-308, -1e-308, 3.0]) == 3.0
assert math.isnan(math.sumprod([1e308, 1e308], [10, -10]))
assert statistics._sqrtprod(big, big) == big
