t = str.maketrans({'a': 'XY', 'b': None, 'c': 100, 'é': '\U0001f600', '\U0001f600': 'q', '\n': '|'})
for s in ['', 'xyz', 'abc', 'cab\n', 'aé', '\U0001f600b', 'x' * 100 + 'abcé', 'x' * 100 + 'abc', 'é' * 3]:
    print(ascii(s.translate(t)))
class T:
    def __getitem__(self, k):
        if k == 97: return 'A'
        raise LookupError
class D(dict):
    def __missing__(self, k): return '?'
print('abc'.translate(T()), 'abc'.translate(D({97: 'z'})), ('abc' * 40).translate(D({97: 'z'})))
for bad in ({97: -1}, {97: 0x110000}, {97: 1.5}, {97: []}):
    for text in ('xa', 'x' * 100 + 'a'):
        try: text.translate(bad)
        except Exception as e: print(type(e).__name__, e)
print('abc'.translate('zyx'), 'a\x01'.translate(['p', 'q']))
# expect-stdout:
# ''
# 'xyz'
# 'XYd'
# 'dXY|'
# 'XY\U0001f600'
# 'q'
# 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxXYd\U0001f600'
# 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxXYd'
# '\U0001f600\U0001f600\U0001f600'
# Abc z?? z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??z??
# ValueError character mapping must be in range(0x110000)
# ValueError character mapping must be in range(0x110000)
# ValueError character mapping must be in range(0x110000)
# ValueError character mapping must be in range(0x110000)
# TypeError character mapping must return integer, None or str
# TypeError character mapping must return integer, None or str
# TypeError character mapping must return integer, None or str
# TypeError character mapping must return integer, None or str
# abc aq
