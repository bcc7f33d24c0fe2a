// Written by scripts/generate-native-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.
export const DOCS: Readonly<Record<string, string>> = {
  "sha1": "Return a new SHA1 hash object; optionally initialized with a string.",
  "SHA1Type.copy": "Return a copy of the hash object.",
  "SHA1Type.digest": "Return the digest value as a bytes object.",
  "SHA1Type.hexdigest": "Return the digest value as a string of hexadecimal digits.",
  "SHA1Type.update": "Update this hash object's state with the provided string.",
};
