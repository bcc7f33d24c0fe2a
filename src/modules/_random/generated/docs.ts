// Written by scripts/generate-native-docs.mjs from CPython 3.14 (PSF licence, see NOTICES.md); do not edit.
export const DOCS: Readonly<Record<string, string>> = {
  "": "Module implements the Mersenne Twister random number generator.",
  "Random": "Random() -> create a random number generator with its own internal state.",
  "Random.__new__": "Create and return a new object.  See help(type) for accurate signature.",
  "Random.random": "random() -> x in the interval [0, 1).",
  "Random.seed": "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.",
  "Random.getstate": "getstate() -> tuple containing the current state.",
  "Random.setstate": "setstate(state) -> None.  Restores generator state.",
  "Random.getrandbits": "getrandbits(k) -> x.  Generates an int with k random bits.",
};
