// Written by scripts/generate-native-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.
export const DOCS: Readonly<Record<string, string>> = {
  "": "Accelerators for the statistics module.\n",
};
