"""Identity, sign and hash of not-a-number."""
import copy
import math
import pickle

n, m = float('nan'), float('nan')
assert n is n and n is not m and n != n
assert n in [n] and m not in [n] and [n] == [n] and [n] != [m]
assert len({n: 1, m: 2, math.nan: 3}) == 3 and {n: 1}[n] == 1 and m not in {n}
assert hash(n) == hash(n) == object.__hash__(n) and [m, n].index(n) == 1 and [n, m].count(n) == 1
assert float(n) is n and +n is n and n.real is n and copy.deepcopy(n) is n and math.nan is math.nan
assert math.copysign(1, n) == 1 and math.copysign(1, -n) == -1 and math.copysign(1, float('-nan')) == -1
assert math.copysign(1, math.copysign(n, -1.0)) == -1 and math.copysign(1, abs(float('-nan'))) == 1
assert repr(float('-nan')) == 'nan' and f'{n:6.1f}' == '   nan' and '%f' % m == 'nan'
assert math.isnan(n + 1) and math.isnan(n * m) and math.isnan(n % 2) and n ** 0 == 1 and not n < 1 and not n >= n
assert math.isnan(pickle.loads(pickle.dumps(n))) and bool(n) and math.isnan(max(n, 1.0)) and min(1.0, n) == 1.0
made = math.inf - math.inf
assert made is made and made in [made] and made != made
