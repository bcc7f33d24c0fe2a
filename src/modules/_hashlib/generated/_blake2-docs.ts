// Written by scripts/generate-native-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.
export const DOCS: Readonly<Record<string, string>> = {
  "": "_blake2b provides BLAKE2b for hashlib\n",
  "blake2b": "Return a new BLAKE2b hash object.",
  "blake2b.__new__": "Create and return a new object.  See help(type) for accurate signature.",
  "blake2b.copy": "Return a copy of the hash object.",
  "blake2b.digest": "Return the digest value as a bytes object.",
  "blake2b.hexdigest": "Return the digest value as a string of hexadecimal digits.",
  "blake2b.update": "Update this hash object's state with the provided bytes-like object.",
  "blake2s": "Return a new BLAKE2s hash object.",
  "blake2s.__new__": "Create and return a new object.  See help(type) for accurate signature.",
  "blake2s.copy": "Return a copy of the hash object.",
  "blake2s.digest": "Return the digest value as a bytes object.",
  "blake2s.hexdigest": "Return the digest value as a string of hexadecimal digits.",
  "blake2s.update": "Update this hash object's state with the provided bytes-like object.",
};
