// Guest names never index a JS object bare: they carry a prefix no engine property has, so `constructor` and `__proto__` are out of reach.
// The mangled forms are interned because V8 must otherwise hash a fresh concatenation on every dynamic attribute access (100 ns against 20).

const attributeKeys = new Map<string, string>();
const methodKeys = new Map<string, string>();

/** The property that holds attribute `name`: `$name`. */
export function attributeKey(name: string): string {
  let key = attributeKeys.get(name);
  if (key === undefined) attributeKeys.set(name, (key = `$${name}`));
  return key;
}

/** The property that holds method `name` on a prototype: `m$name`. */
export function methodKey(name: string): string {
  let key = methodKeys.get(name);
  if (key === undefined) methodKeys.set(name, (key = `m$${name}`));
  return key;
}

/** The flag `s$name` of a prototype: slot `name` of its instances is stored as a plain property. */
export function slotKey(name: string): string {
  return `s$${name}`;
}

/** The guest names among an object's own properties, in insertion order. */
export function attributeNames(owner: object): string[] {
  const names: string[] = [];
  for (const key of Object.keys(owner)) if (key.charCodeAt(0) === 36) names.push(key.slice(1));
  return names;
}

/** `__name__`: looked up on the type only when the interpreter itself asks. */
export function isDunder(name: string): boolean {
  return name.length > 4 && name.startsWith('__') && name.endsWith('__');
}
