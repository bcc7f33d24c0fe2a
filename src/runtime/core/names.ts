// Guest names never index a JS object bare: they carry a prefix no engine property has, so `constructor` and `__proto__` are out of reach.
// The mangled forms are interned because V8 must otherwise hash a fresh concatenation on every dynamic attribute access (100 ns against 20).

const attributeKeys = new Map<string, string>();
const methodKeys = new Map<string, string>();
const slotKeys = new Map<string, string>();

/** The property that holds attribute `name`: `$name`. */
export function attributeKey(name: string): string {
  let key = attributeKeys.get(name);
  if (key === undefined) attributeKeys.set(name, (key = `$${name}`));
  return key;
}

const names = new Map<string, string>();

/** The attribute name that property `$name` holds: the same string each time, whose hash the engine then has. */
export function nameOfKey(key: string): string {
  let name = names.get(key);
  if (name === undefined) names.set(key, (name = key.slice(1)));
  return name;
}

/** The property that holds method `name` on a prototype: `m$name`. */
export function methodKey(name: string): string {
  let key = methodKeys.get(name);
  if (key === undefined) methodKeys.set(name, (key = `m$${name}`));
  return key;
}

/** The flag `s$name` of a prototype: slot `name` of its instances is stored as a plain property. */
export function slotKey(name: string): string {
  let key = slotKeys.get(name);
  if (key === undefined) slotKeys.set(name, (key = `s$${name}`));
  return key;
}

/** The guest names among an object's own properties, in insertion order. */
export function attributeNames(owner: object): string[] {
  const found: string[] = [];
  const keys = Object.keys(owner);
  for (let i = 0; i < keys.length; i++) if (keys[i]!.charCodeAt(0) === 36) found.push(nameOfKey(keys[i]!));
  return found;
}

/** How many guest names there are, without making any. */
export function countAttributes(owner: object): number {
  const keys = Object.keys(owner);
  let count = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i]!.charCodeAt(0) === 36) count++;
  return count;
}

export function hasAttributes(owner: object): boolean {
  const keys = Object.keys(owner);
  for (let i = keys.length - 1; i >= 0; i--) if (keys[i]!.charCodeAt(0) === 36) return true;
  return false;
}

/** `__name__`: looked up on the type only when the interpreter itself asks. */
export function isDunder(name: string): boolean {
  return name.length > 4 && name.startsWith('__') && name.endsWith('__');
}
