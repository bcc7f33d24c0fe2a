# bz2: streams of other making, round trips of many shapes, pieces of input and output, errors.
import bz2
import io
import random



def raises(kind, run):
    try:
        run()
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


assert bz2.decompress(bytes.fromhex("425a683917724538509000000000")) == b""
assert bz2.decompress(bz2.compress(b"")) == b""
generator = random.Random(5)
samples = [
    b"a",
    b"hello world" * 100,
    b"a" * 3,
    b"a" * 4,
    b"a" * 5,
    b"a" * 100000,
    b"ab" * 5000,
    bytes(range(256)) * 20,
    generator.randbytes(30000),
    bytes(generator.choice(b"abc\0") for _ in range(20000)),
    b"".join(bytes([i]) * i for i in range(256)),
    b"x" * 259 + b"y" * 260 + b"x" * 255,
]
for sample in samples:
    for level in (1, 9):
        packed = bz2.compress(sample, level)
        assert packed[:4] == b"BZh%d" % level
        assert bz2.decompress(packed) == sample, (level, len(sample))
assert len(bz2.compress(samples[1])) < 120 and len(bz2.compress(samples[5])) < 60

big = b"".join(b"%d:%d\n" % (i, i * i) for i in range(20000))
packed = bz2.compress(big, 1)
assert bz2.decompress(packed) == big and len(packed) < len(big) / 2
decompressor = bz2.BZ2Decompressor()
pieces = [decompressor.decompress(packed[i : i + 1000]) for i in range(0, len(packed), 1000)]
assert b"".join(pieces) == big and decompressor.eof and not decompressor.needs_input
assert sum(map(bool, pieces)) > 1
decompressor = bz2.BZ2Decompressor()
out = decompressor.decompress(packed + b"rest", max_length=100)
assert len(out) == 100 and not decompressor.needs_input and not decompressor.eof
while not decompressor.eof:
    out += decompressor.decompress(b"", max_length=50000)
assert out == big and decompressor.unused_data == b"rest"
assert raises(EOFError, lambda: decompressor.decompress(b"")) == "End of stream already reached"
decompressor = bz2.BZ2Decompressor()
for byte in packed[:-1]:
    decompressor.decompress(bytes([byte]))
assert decompressor.needs_input and not decompressor.eof
decompressor.decompress(packed[-1:])
assert decompressor.eof

compressor = bz2.BZ2Compressor(3)
parts = [compressor.compress(big[i : i + 777]) for i in range(0, len(big), 777)] + [compressor.flush()]
assert bz2.decompress(b"".join(parts)) == big
assert raises(ValueError, lambda: compressor.compress(b"")) == "Compressor has been flushed"
assert raises(ValueError, compressor.flush) == "Repeated call to flush()"
assert raises(ValueError, lambda: bz2.BZ2Compressor(10)) == "compresslevel must be between 1 and 9"

assert raises(OSError, lambda: bz2.BZ2Decompressor().decompress(b"not bzip2")) == "Invalid data stream"
broken = bytearray(packed)
broken[len(broken) // 2] ^= 255
raises(OSError, lambda: bz2.decompress(bytes(broken)))
raises(ValueError, lambda: bz2.decompress(packed[:-10]))
assert bz2.decompress(packed + packed) == big + big
stream = io.BytesIO()
with bz2.open(stream, "wt", encoding="utf-8") as out:
    out.write("é\n" * 10)
stream.seek(0)
with bz2.open(stream, "rt", encoding="utf-8") as source:
    assert source.readlines() == ["é\n"] * 10
