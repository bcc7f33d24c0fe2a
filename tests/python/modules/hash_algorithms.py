# The built-in hash modules: digests and errors, recorded from CPython.
import _blake2
import _md5
import _sha1
import _sha2
import _sha3


def in_pieces(new):
    whole = bytes(range(256)) * 5
    h = new()
    for start in range(0, len(whole), 97):
        h.update(whole[start:start + 97])
    early = h.copy()
    h.update(b"end")
    return early.hexdigest() == new(whole).hexdigest(), h.hexdigest() == new(whole + b"end").hexdigest(), h.hexdigest()


def outcome(run):
    try:
        return repr(run())
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CASES = [
    (lambda: _md5.md5().hexdigest(), "'d41d8cd98f00b204e9800998ecf8427e'"),
    (lambda: _md5.md5(b"abc").digest(), "b'\\x90\\x01P\\x98<\\xd2O\\xb0\\xd6\\x96?}(\\xe1\\x7fr'"),
    (lambda: in_pieces(_md5.md5), "(True, True, '16a55049592143902ead08baa1bd4132')"),
    (lambda: (_md5.md5().name, _md5.md5().digest_size, _md5.md5().block_size), "('md5', 16, 64)"),
    (lambda: _sha1.sha1().hexdigest(), "'da39a3ee5e6b4b0d3255bfef95601890afd80709'"),
    (lambda: _sha1.sha1(b"abc").digest(), "b'\\xa9\\x99>6G\\x06\\x81j\\xba>%qxP\\xc2l\\x9c\\xd0\\xd8\\x9d'"),
    (lambda: in_pieces(_sha1.sha1), "(True, True, 'd06cd25f4075555826e28e3d07a60e52f9475206')"),
    (lambda: (_sha1.sha1().name, _sha1.sha1().digest_size, _sha1.sha1().block_size), "('sha1', 20, 64)"),
    (lambda: _sha2.sha224().hexdigest(), "'d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f'"),
    (lambda: _sha2.sha224(b"abc").digest(), 'b\'#\\t}"4\\x05\\xd8"\\x86B\\xa4w\\xbd\\xa2U\\xb3*\\xad\\xbc\\xe4\\xbd\\xa0\\xb3\\xf7\\xe3l\\x9d\\xa7\''),
    (lambda: in_pieces(_sha2.sha224), "(True, True, '1460e4000a5f565dc92dad19fa8b93fdd8be25cb3145519d69812cdd')"),
    (lambda: (_sha2.sha224().name, _sha2.sha224().digest_size, _sha2.sha224().block_size), "('sha224', 28, 64)"),
    (lambda: _sha2.sha256().hexdigest(), "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"),
    (lambda: _sha2.sha256(b"abc").digest(), 'b\'\\xbax\\x16\\xbf\\x8f\\x01\\xcf\\xeaAA@\\xde]\\xae"#\\xb0\\x03a\\xa3\\x96\\x17z\\x9c\\xb4\\x10\\xffa\\xf2\\x00\\x15\\xad\''),
    (lambda: in_pieces(_sha2.sha256), "(True, True, 'a25f855d0e8c68251089654b64756e4d2f105ae5ad0d904e8b0a7481f1f0d5d4')"),
    (lambda: (_sha2.sha256().name, _sha2.sha256().digest_size, _sha2.sha256().block_size), "('sha256', 32, 64)"),
    (lambda: _sha2.sha384().hexdigest(), "'38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b'"),
    (lambda: _sha2.sha384(b"abc").digest(), 'b"\\xcb\\x00u?E\\xa3^\\x8b\\xb5\\xa0=i\\x9a\\xc6P\\x07\',2\\xab\\x0e\\xde\\xd1c\\x1a\\x8b`ZC\\xff[\\xed\\x80\\x86\\x07+\\xa1\\xe7\\xcc#X\\xba\\xec\\xa14\\xc8%\\xa7"'),
    (lambda: in_pieces(_sha2.sha384), "(True, True, 'e7718de85439b8d8d16f6f2b69e01b115796b21e5ef7f8eb84a150177bbfeed44d49a45026623a48785b3ec0473e73e2')"),
    (lambda: (_sha2.sha384().name, _sha2.sha384().digest_size, _sha2.sha384().block_size), "('sha384', 48, 128)"),
    (lambda: _sha2.sha512().hexdigest(), "'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e'"),
    (lambda: _sha2.sha512(b"abc").digest(), 'b"\\xdd\\xaf5\\xa1\\x93az\\xba\\xccAsI\\xae A1\\x12\\xe6\\xfaN\\x89\\xa9~\\xa2\\n\\x9e\\xee\\xe6KU\\xd3\\x9a!\\x92\\x99*\'O\\xc1\\xa86\\xba<#\\xa3\\xfe\\xeb\\xbdEMD#d<\\xe8\\x0e*\\x9a\\xc9O\\xa5L\\xa4\\x9f"'),
    (lambda: in_pieces(_sha2.sha512), "(True, True, '14a6ab1cc228c5f4ef50361bffef479ab4b7a473239640593bc7af1eb31776fc3f21662c7161757572ab6ebf3468c7f90e53a0c8fac901075c57b58431925005')"),
    (lambda: (_sha2.sha512().name, _sha2.sha512().digest_size, _sha2.sha512().block_size), "('sha512', 64, 128)"),
    (lambda: _sha3.sha3_224().hexdigest(), "'6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7'"),
    (lambda: _sha3.sha3_224(b"abc").digest(), "b'\\xe6B\\x82L?\\x8c\\xf2J\\xd0\\x924\\xee}<vo\\xc9\\xa3\\xa5\\x16\\x8d\\x0c\\x94\\xads\\xb4o\\xdf'"),
    (lambda: in_pieces(_sha3.sha3_224), "(True, True, 'df7dd90dc11e5f54e2da88353a5deb0660692f8ba36864366e37de8e')"),
    (lambda: (_sha3.sha3_224().name, _sha3.sha3_224().digest_size, _sha3.sha3_224().block_size), "('sha3_224', 28, 144)"),
    (lambda: _sha3.sha3_256().hexdigest(), "'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a'"),
    (lambda: _sha3.sha3_256(b"abc").digest(), "b':\\x98]\\xa7O\\xe2%\\xb2\\x04\\\\\\x17-k\\xd3\\x90\\xbd\\x85_\\x08n>\\x9dR[F\\xbf\\xe2E\\x11C\\x152'"),
    (lambda: in_pieces(_sha3.sha3_256), "(True, True, 'c86331369397733a8b5791bf4c4dc2ae2bd01546f82cf3eda60414c3e4aa4e4d')"),
    (lambda: (_sha3.sha3_256().name, _sha3.sha3_256().digest_size, _sha3.sha3_256().block_size), "('sha3_256', 32, 136)"),
    (lambda: _sha3.sha3_384().hexdigest(), "'0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004'"),
    (lambda: _sha3.sha3_384(b"abc").digest(), "b'\\xec\\x01I\\x82\\x88Qo\\xc9&E\\x9fX\\xe2\\xc6\\xad\\x8d\\xf9\\xb4s\\xcb\\x0f\\xc0\\x8c%\\x96\\xda|\\xf0\\xe4\\x9b\\xe4\\xb2\\x98\\xd8\\x8c\\xea\\x92z\\xc7\\xf59\\xf1\\xed\\xf2(7m%'"),
    (lambda: in_pieces(_sha3.sha3_384), "(True, True, '9410644f7a4ec8c8e9a26b30890914669a59e1e67590cae361156f9d6b8bd1c4722102d56485fdc49ebe605a2d1ffe63')"),
    (lambda: (_sha3.sha3_384().name, _sha3.sha3_384().digest_size, _sha3.sha3_384().block_size), "('sha3_384', 48, 104)"),
    (lambda: _sha3.sha3_512().hexdigest(), "'a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26'"),
    (lambda: _sha3.sha3_512(b"abc").digest(), 'b"\\xb7Q\\x85\\x0b\\x1aW\\x16\\x8aV\\x93\\xcd\\x92Kk\\tn\\x08\\xf6!\\x82tD\\xf7\\r\\x88O]\\x02@\\xd2q.\\x10\\xe1\\x16\\xe9\\x19*\\xf3\\xc9\\x1a~\\xc5vG\\xe3\\x93@W4\\x0bL\\xf4\\x08\\xd5\\xa5e\\x92\\xf8\'N\\xecS\\xf0"'),
    (lambda: in_pieces(_sha3.sha3_512), "(True, True, '0721cf2cb9f82071019ae7ea2a5a355bb0589af2ab67bdaf2d7c25688b3f3886268b4d4c39f0ea8548d7b060539d45788fd5f08994ee0d7751f3b3ed12a7a49c')"),
    (lambda: (_sha3.sha3_512().name, _sha3.sha3_512().digest_size, _sha3.sha3_512().block_size), "('sha3_512', 64, 72)"),
    (lambda: _blake2.blake2b().hexdigest(), "'786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce'"),
    (lambda: _blake2.blake2b(b"abc").digest(), 'b"\\xba\\x80\\xa5?\\x98\\x1cM\\rj\'\\x97\\xb6\\x9f\\x12\\xf6\\xe9L!/\\x14hZ\\xc4\\xb7K\\x12\\xbbo\\xdb\\xff\\xa2\\xd1}\\x87\\xc59*\\xaby-\\xc2R\\xd5\\xdeE3\\xcc\\x95\\x18\\xd3\\x8a\\xa8\\xdb\\xf1\\x92Z\\xb9#\\x86\\xed\\xd4\\x00\\x99#"'),
    (lambda: in_pieces(_blake2.blake2b), "(True, True, '36d544de2ca3ad87466f75de0486ff259757218a8ff667fa1db18f54abb0fc71ed07c8188eea2eeef6f29047811d0f34a1080eb1ec478128a531eb448a351e74')"),
    (lambda: (_blake2.blake2b().name, _blake2.blake2b().digest_size, _blake2.blake2b().block_size), "('blake2b', 64, 128)"),
    (lambda: _blake2.blake2s().hexdigest(), "'69217a3079908094e11121d042354a7c1f55b6482ca1a51e1b250dfd1ed0eef9'"),
    (lambda: _blake2.blake2s(b"abc").digest(), "b'P\\x8c^\\x8c2|\\x14\\xe2\\xe1\\xa7+\\xa3N\\xebE/7E\\x8b \\x9e\\xd6:)M\\x99\\x9bL\\x86gY\\x82'"),
    (lambda: in_pieces(_blake2.blake2s), "(True, True, '9dda041094c627b445d2c43009fb381f711e3cda0967b50e96acd785f07aa4ef')"),
    (lambda: (_blake2.blake2s().name, _blake2.blake2s().digest_size, _blake2.blake2s().block_size), "('blake2s', 32, 64)"),
    (lambda: _md5.md5("x"), 'TypeError: Strings must be encoded before hashing'),
    (lambda: _md5.md5(5), 'TypeError: object supporting the buffer API required'),
    (lambda: _md5.md5(b"a").update("x"), 'TypeError: Strings must be encoded before hashing'),
    (lambda: _md5.md5(b"a").update(5), 'TypeError: object supporting the buffer API required'),
    (lambda: _md5.md5(b"a", string=b"b"), "TypeError: 'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version."),
    (lambda: _md5.md5(b"a", 1), 'TypeError: md5() takes at most 1 positional argument (2 given)'),
    (lambda: _md5.MD5Type(), "TypeError: cannot create '_md5.md5' instances"),
    (lambda: _sha3.sha3_224("x"), 'TypeError: Strings must be encoded before hashing'),
    (lambda: _sha3.shake_128().digest(-1), 'ValueError: Cannot convert negative int'),
    (lambda: _sha3.shake_128(b"abc").digest(0), "b''"),
    (lambda: _sha3.shake_128(b"abc").hexdigest(50), "'5881092dd818bf5cf8a3ddb793fbcba74097d5c526a6d35f97b83351940f2cc844c50af32acd3f2cdd066568706f509bc1bd'"),
    (lambda: _sha3.shake_256(b"abc").digest(200), 'b"H3f`\\x13`\\xa8w\\x1chc\\x08\\x0c\\xc4\\x11M\\x8d\\xb4E0\\xf8\\xf1\\xe1\\xeeO\\x94\\xea7\\xe7\\x8bW9\\xd5\\xa1[\\xef\\x18jS\\x86\\xc7WD\\xc0R~\\x1f\\xaa\\x9f\\x87&\\xe4b\\xa1*O\\xeb\\x06\\xbd\\x88\\x01\\xe7Q\\xe4\\x13\\x85\\x14\\x12\\x04\\xf3)\\x97\\x9f\\xd3\\x04z\\x13\\xc5ew$\\xad\\xa6M$p\\x15{<\\xdc(\\x86 \\x94Mx\\xdb\\xcd\\xdb\\xd9\\x12\\x99?\\t\\x13\\xf1d\\xfb,\\xe9Q1\\xa2\\xd0\\x9a>mQ\\xcb\\xfcb\' \\xd7\\xa7\\\\c4\\xe8\\xa2\\xd7\\xecq\\xa7\\xcc)\\xcf\\x0e\\xa6\\x10\\xee\\xff\\x1aX\\x82\\x90\\xa50\\x00\\xfa\\xa7\\x992\\xbe\\xce\\xc0\\xbd<\\xd0\\xb3:~]9\\x7f\\xed\\x1a\\xda\\x94B\\xb9\\x99\\x03\\xf4\\xdc\\xfd\\x85Y\\xed9P\\xfa\\xf4\\x0f\\xe6\\xf3\\xb5\\xd7\\x10\\xed;gu\\x13w\\x1a\\xf6\\xbf\\xe1\\x19"'),
    (lambda: _sha3.shake_128().digest("x"), "TypeError: 'str' object cannot be interpreted as an integer"),
    (lambda: _sha3.shake_128().digest(2**29), 'ValueError: length is too large'),
    (lambda: _sha3.shake_128().digest(), "TypeError: digest() missing required argument 'length' (pos 1)"),
    (lambda: (_sha3.shake_128().digest_size, _sha3.shake_128()._suffix, _sha3.sha3_224()._suffix, _sha3.shake_128()._capacity_bits, _sha3.shake_128()._rate_bits), "(0, b'\\x1f', b'\\x06', 256, 1344)"),
    (lambda: _blake2.blake2b(digest_size=0), 'ValueError: digest_size for Blake2b must be between 1 and 64 bytes, here it is 0'),
    (lambda: _blake2.blake2b(digest_size=65), 'ValueError: digest_size for Blake2b must be between 1 and 64 bytes, here it is 65'),
    (lambda: _blake2.blake2b(key=b"x"*65), 'ValueError: maximum key length is 64 bytes'),
    (lambda: _blake2.blake2b(salt=b"x"*17), 'ValueError: maximum salt length is 16 bytes'),
    (lambda: _blake2.blake2b(person=b"x"*17), 'ValueError: maximum person length is 16 bytes'),
    (lambda: _blake2.blake2b(fanout=256), 'ValueError: fanout must be between 0 and 255'),
    (lambda: _blake2.blake2b(depth=0), 'ValueError: depth must be between 1 and 255'),
    (lambda: _blake2.blake2b(depth=256), 'ValueError: depth must be between 1 and 255'),
    (lambda: _blake2.blake2b(leaf_size=-1), 'ValueError: Cannot convert negative int'),
    (lambda: _blake2.blake2b(leaf_size=2**32), 'OverflowError: leaf_size is too large'),
    (lambda: _blake2.blake2b(node_offset=-1), 'ValueError: Cannot convert negative int'),
    (lambda: _blake2.blake2b(node_offset=2**64), 'OverflowError: Python int too large for C unsigned long long'),
    (lambda: _blake2.blake2s(node_offset=2**48), 'OverflowError: node_offset is too large'),
    (lambda: _blake2.blake2b(node_depth=256), 'ValueError: node_depth must be between 0 and 255'),
    (lambda: _blake2.blake2b(inner_size=65), 'ValueError: inner_size must be between 0 and is 64'),
    (lambda: _blake2.blake2s(inner_size=33), 'ValueError: inner_size must be between 0 and is 32'),
    (lambda: _blake2.blake2b("x"), 'TypeError: Strings must be encoded before hashing'),
    (lambda: _blake2.blake2b(key="x"), "TypeError: a bytes-like object is required, not 'str'"),
    (lambda: _blake2.blake2b(digest_size="x"), "TypeError: 'str' object cannot be interpreted as an integer"),
    (lambda: _blake2.blake2s(key=b"x"*33), 'ValueError: maximum key length is 32 bytes'),
    (lambda: _blake2.blake2b(b"", b""), 'TypeError: blake2b() takes at most 1 positional argument (2 given)'),
    (lambda: _blake2.blake2b(leaf_size=2**65), 'OverflowError: Python int too large for C unsigned long'),
    (lambda: _blake2.blake2b(b"data", key=b"k", salt=b"s", person=b"p", digest_size=20).hexdigest(), "'971d9f9ec33a86d3dc572ecc2291940fd64b6474'"),
    (lambda: _blake2.blake2s(b"data", fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=32, last_node=True).hexdigest(), "'be830e8c518f6e62eacc6cce1383141a1f696ef1fe1844b47e8bd8359a88c85f'"),
    (lambda: _blake2.blake2b.MAX_KEY_SIZE, '64'),
    (lambda: _blake2.blake2s.SALT_SIZE, '8'),
    (lambda: _blake2.BLAKE2B_PERSON_SIZE, '16'),
]

for number, (run, expected) in enumerate(CASES):
    got = outcome(run)
    assert got == expected, (number, got, expected)
