// Written by scripts/generate-native-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.
export const DOCS: Readonly<Record<string, string>> = {
  "": "Conversion between binary data and ASCII",
  "a2b_uu": "Decode a line of uuencoded data.",
  "b2a_uu": "Uuencode line of data.",
  "a2b_base64": "Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not part of the base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==).",
  "b2a_base64": "Base64-code line of data.",
  "a2b_hex": "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).\nThis function is also available as \"unhexlify()\".",
  "b2a_hex": "Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as \"hexlify()\".\n\nExample:\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef')\nb'b901ef'\n>>> binascii.hexlify(b'\\xb9\\x01\\xef', ':')\nb'b9:01:ef'\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef', b'_', 2)\nb'b9_01ef'",
  "hexlify": "Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as \"b2a_hex()\".",
  "unhexlify": "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).",
  "crc_hqx": "Compute CRC-CCITT incrementally.",
  "crc32": "Compute CRC-32 incrementally.",
  "a2b_qp": "Decode a string of qp-encoded data.",
  "b2a_qp": "Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, and white\nspace at end of lines is.  When istext is not set, \\r and \\n (CR/LF)\nare both encoded.  When quotetabs is set, space and tabs are encoded.",
};
