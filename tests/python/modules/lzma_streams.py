# lzma: containers, filters, checks, pieces of input and output, errors, streams that xz made.
import io
import lzma
import random



def raises(kind, run):
    try:
        run()
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


generator = random.Random(5)
samples = [
    b"",
    b"a",
    b"hello world" * 100,
    b"a" * 100000,
    bytes(range(256)) * 20,
    generator.randbytes(70000),
    bytes(generator.choice(b"abc\0") for _ in range(20000)),
    b"".join(b"%d:%d\n" % (i, i * i) for i in range(3000)),
]
RAW = [{"id": lzma.FILTER_LZMA2, "preset": 3}]
for sample in samples:
    for check in (lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_CRC64, lzma.CHECK_SHA256):
        packed = lzma.compress(sample, check=check)
        assert lzma.decompress(packed) == sample, (len(sample), check)
    assert lzma.decompress(lzma.compress(sample, preset=0)) == sample
    alone = lzma.compress(sample, format=lzma.FORMAT_ALONE)
    assert lzma.decompress(alone) == sample and lzma.decompress(alone, format=lzma.FORMAT_ALONE) == sample
    assert lzma.decompress(lzma.compress(sample, lzma.FORMAT_RAW, filters=RAW), lzma.FORMAT_RAW, filters=RAW) == sample
    raw1 = [{"id": lzma.FILTER_LZMA1, "lc": 0, "lp": 2, "pb": 1, "dict_size": 1 << 16}]
    assert lzma.decompress(lzma.compress(sample, lzma.FORMAT_RAW, filters=raw1), lzma.FORMAT_RAW, filters=raw1) == sample, len(sample)
    for first in (
        {"id": lzma.FILTER_DELTA, "dist": 4},
        {"id": lzma.FILTER_X86},
        {"id": lzma.FILTER_ARM, "start_offset": 16},
        {"id": lzma.FILTER_ARMTHUMB},
        {"id": lzma.FILTER_IA64},
        {"id": lzma.FILTER_POWERPC},
        {"id": lzma.FILTER_SPARC},
    ):
        filters = [first, {"id": lzma.FILTER_LZMA2}]
        assert lzma.decompress(lzma.compress(sample, filters=filters)) == sample, first
assert len(lzma.compress(samples[3])) < 200 and len(lzma.compress(samples[2])) < 150

big = b"".join(b"%d:%d\n" % (i, i * i) for i in range(20000))
packed = lzma.compress(big)
assert len(packed) < len(big) / 2
decompressor = lzma.LZMADecompressor()
out = b"".join(decompressor.decompress(packed[i : i + 1]) for i in range(len(packed)))
assert out == big and decompressor.eof and decompressor.check == lzma.CHECK_CRC64
decompressor = lzma.LZMADecompressor(lzma.FORMAT_ALONE)
alone = lzma.compress(big, format=lzma.FORMAT_ALONE)
out = b"".join(decompressor.decompress(alone[i : i + 1]) for i in range(len(alone)))
assert out == big and decompressor.eof
decompressor = lzma.LZMADecompressor()
assert decompressor.check == lzma.CHECK_UNKNOWN and decompressor.needs_input
out = decompressor.decompress(packed + b"rest", max_length=100)
assert len(out) == 100 and not decompressor.needs_input and not decompressor.eof
while not decompressor.eof:
    out += decompressor.decompress(b"", max_length=50000)
assert out == big and decompressor.unused_data == b"rest"
raises(EOFError, lambda: decompressor.decompress(b""))
compressor = lzma.LZMACompressor()
parts = [compressor.compress(big[i : i + 777]) for i in range(0, len(big), 777)] + [compressor.flush()]
assert lzma.decompress(b"".join(parts)) == big
raises(ValueError, lambda: compressor.compress(b""))
raises(ValueError, compressor.flush)

assert raises(lzma.LZMAError, lambda: lzma.decompress(b"not lzma at all")) == "Input format not supported by decoder"
broken = bytearray(packed)
broken[len(broken) // 2] ^= 255
assert raises(lzma.LZMAError, lambda: lzma.decompress(bytes(broken))) == "Corrupt input data"
raises(lzma.LZMAError, lambda: lzma.decompress(packed[:-10]))
assert lzma.decompress(packed + lzma.compress(b"more")) == big + b"more"
assert raises(lzma.LZMAError, lambda: lzma.decompress(packed, memlimit=1000)) == "Memory usage limit exceeded"
assert raises(ValueError, lambda: lzma.compress(b"", 7)) == "Invalid container format: 7"
assert raises(ValueError, lambda: lzma.compress(b"", preset=1, filters=RAW)).startswith("Cannot specify both")
raises(ValueError, lambda: lzma.LZMADecompressor(lzma.FORMAT_RAW))
raises(ValueError, lambda: lzma.compress(b"", format=lzma.FORMAT_RAW))
raises(TypeError, lambda: lzma.compress(b"", filters=[5]))
raises(ValueError, lambda: lzma.compress(b"", filters=[{"id": lzma.FILTER_LZMA2, "what": 1}]))
raises(ValueError, lambda: lzma.compress(b"", filters=[{}]))
assert lzma._encode_filter_properties({"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}) == b"\x10"
assert lzma._decode_filter_properties(lzma.FILTER_LZMA1, b"]\0\0\x80\0") == {
    "id": lzma.FILTER_LZMA1, "dict_size": 1 << 23, "lc": 3, "lp": 0, "pb": 2,
}
assert lzma.is_check_supported(lzma.CHECK_CRC64) and not lzma.is_check_supported(lzma.CHECK_ID_MAX)
stream = io.BytesIO()
with lzma.open(stream, "wt", encoding="utf-8") as target:
    target.write("é\n" * 10)
stream.seek(0)
with lzma.open(stream, "rt", encoding="utf-8") as source:
    assert source.readlines() == ["é\n"] * 10
