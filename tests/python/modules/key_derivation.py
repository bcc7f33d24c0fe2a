# _hashlib: named hashes, HMAC, PBKDF2 and scrypt, recorded from CPython.
import _hashlib


def outcome(run):
    try:
        return repr(run())
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CASES = [
    (lambda: _hashlib.new("md5", b"a").hexdigest(), "'0cc175b9c0f1b6a831c399e269772661'"),
    (lambda: _hashlib.new("SHA256").name, "'sha256'"),
    (lambda: _hashlib.new("shake128").name, "'shake_128'"),
    (lambda: _hashlib.new("blake2b", b"x").hexdigest(), "'0909377ad35110cafb2909e185672b7f2728d1f5094f8ad68d6fac6274bf1f499485a80ea364c04ed006d29459ea3cb7c600280e2f83e032529906f88ae30d0a'"),
    (lambda: _hashlib.new("nope"), 'UnsupportedDigestmodError: [digital envelope routines] unsupported'),
    (lambda: _hashlib.new(5), "TypeError: new() argument 'name' must be str, not int"),
    (lambda: _hashlib.openssl_md5("x"), 'TypeError: Strings must be encoded before hashing'),
    (lambda: _hashlib.openssl_sha512_256(b""), "AttributeError: module '_hashlib' has no attribute 'openssl_sha512_256'"),
    (lambda: _hashlib.new("sha512_256", b"abc").hexdigest(), "'53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23'"),
    (lambda: _hashlib.new("ripemd160", b"abc").hexdigest(), "'8eb208f7e05d987a9b044a8e98c6b087f15a0bfc'"),
    (lambda: _hashlib.pbkdf2_hmac("sha1", b"p", b"s", 1).hex(), "'843c87e7eda3ee2f64a61c8d1f997842651ddad0'"),
    (lambda: _hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000, 50).hex(), "'632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb388b3b1131f741bcbeb02541c8c2e97bd8bed'"),
    (lambda: _hashlib.pbkdf2_hmac("nope", b"p", b"s", 1), 'UnsupportedDigestmodError: [digital envelope routines] unsupported'),
    (lambda: _hashlib.pbkdf2_hmac("sha1", b"p", b"s", 0), 'ValueError: iteration value must be greater than 0.'),
    (lambda: _hashlib.pbkdf2_hmac("sha1", b"p", b"s", 1, 0), 'ValueError: key length must be greater than 0.'),
    (lambda: _hashlib.pbkdf2_hmac("sha1", b"p", b"s", 1, -1), 'ValueError: key length must be greater than 0.'),
    (lambda: _hashlib.pbkdf2_hmac("sha1", "p", b"s", 1), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: _hashlib.scrypt(b"p", salt=b"s", n=2, r=8, p=1).hex(), "'a707fd18f694cb8659e2e99cedf8775fc6e12335fffba3c57c53ec526b75008206966bf03a01acf21ff1b3e590ba7e44dbe2aa839c7fe15f7f18eca43d93fca4'"),
    (lambda: _hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=4, dklen=20).hex(), "'1ed1b3814e7bd065fea1b64fa617fb05ba290e30'"),
    (lambda: _hashlib.scrypt(b"p", salt=b"s", n=3, r=8, p=1), 'ValueError: n must be a power of 2.'),
    (lambda: _hashlib.scrypt(b"p", salt=b"s", n=2, r=-8, p=1), 'ValueError: Cannot convert negative int'),
    (lambda: _hashlib.scrypt(b"p", salt=b"s", n=2, r=8, p=0), 'ValueError: Invalid parameter combination for n, r, p, maxmem.'),
    (lambda: _hashlib.scrypt(b"p", salt=b"s", n=2**20, r=8, p=1), 'ValueError: [digital envelope routines] memory limit exceeded'),
    (lambda: _hashlib.scrypt(b"p", salt=b"s", n=2, r=8, p=1, dklen=0), 'ValueError: dklen must be greater than 0 and smaller than 2147483647'),
    (lambda: _hashlib.scrypt(b"p", salt=b"s", n=2, r=8, p=1, maxmem=-1), 'ValueError: maxmem must be positive and smaller than 2147483647'),
    (lambda: _hashlib.scrypt("p", salt=b"s", n=2, r=8, p=1), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: _hashlib.compare_digest("a", "a"), 'True'),
    (lambda: _hashlib.compare_digest("a", "b"), 'False'),
    (lambda: _hashlib.compare_digest(b"abc", bytearray(b"abc")), 'True'),
    (lambda: _hashlib.compare_digest("a", b"a"), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: _hashlib.compare_digest("é", "a"), 'TypeError: comparing strings with non-ASCII characters is not supported'),
    (lambda: _hashlib.compare_digest(1, 2), "TypeError: unsupported operand types(s) or combination of types: 'int' and 'int'"),
    (lambda: _hashlib.hmac_digest(b"k", b"m", "sha256").hex(), "'b60090e3052297aeb5a080889ce2fc4bca957e756faeb4df7d31800ca1e771ec'"),
    (lambda: _hashlib.hmac_new(b"k", b"m", "sha256").hexdigest(), "'b60090e3052297aeb5a080889ce2fc4bca957e756faeb4df7d31800ca1e771ec'"),
    (lambda: _hashlib.hmac_new(b"k", b"m"), "TypeError: Missing required parameter 'digestmod'."),
    (lambda: _hashlib.hmac_new(b"k", b"m", "nope"), 'UnsupportedDigestmodError: [digital envelope routines] unsupported'),
    (lambda: _hashlib.hmac_new("k", b"m", "md5"), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: _hashlib.hmac_new(b"k", b"m", _hashlib.openssl_sha256).name, "'hmac-sha256'"),
    (lambda: _hashlib.hmac_new(b"k", b"m", 5), 'UnsupportedDigestmodError: Unsupported digestmod 5'),
    (lambda: _hashlib.hmac_new(b"k" * 100, digestmod="sha3_256").digest(), "b'wB\\xba\\xfc\\xce\\xe6\\t\\x97\\xce\\xc3\\x1b\\xc1_\\xcb\\xbbI\\xa8\\x95<L\\x1b\\x13\\x1a%s\\xf8\\x10\\xc4\\x84\\xc9\\xc3\\x90'"),
    (lambda: [c.__name__ for c in _hashlib.UnsupportedDigestmodError.__mro__], "['UnsupportedDigestmodError', 'ValueError', 'Exception', 'BaseException', 'object']"),
    (lambda: _hashlib.get_fips_mode(), '0'),
    (lambda: _hashlib.openssl_shake_128(b"a").hexdigest(8), "'85c8de88d28866bf'"),
    (lambda: _hashlib.openssl_sha1(b"a").copy().hexdigest(), "'86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'"),
    (lambda: _hashlib._constructors[_hashlib.openssl_sha1], "'sha1'"),
    (lambda: "sha256" in _hashlib.openssl_md_meth_names, 'True'),
]

for number, (run, expected) in enumerate(CASES):
    got = outcome(run)
    assert got == expected, (number, got, expected)
