// Written by scripts/generate-native-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.
export const DOCS: Readonly<Record<string, string>> = {
  "md5": "Return a new MD5 hash object; optionally initialized with a string.",
  "MD5Type.copy": "Return a copy of the hash object.",
  "MD5Type.digest": "Return the digest value as a bytes object.",
  "MD5Type.hexdigest": "Return the digest value as a string of hexadecimal digits.",
  "MD5Type.update": "Update this hash object's state with the provided string.",
};
