"""
>>> 1 + 1
3
>>> print('a\\nb')
a
<BLANKLINE>
"""
