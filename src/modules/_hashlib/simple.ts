// The modules _md5, _sha1 and _sha2: constructor functions around types that cannot be called.
// CPython: Modules/md5module.c, sha1module.c, sha2module.c
import { installType } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { ALGORITHMS } from './engines.ts';
import { DOCS as MD5_DOCS } from './generated/_md5-docs.ts';
import { DOCS as SHA1_DOCS } from './generated/_sha1-docs.ts';
import { DOCS as SHA2_DOCS } from './generated/_sha2-docs.ts';
import { factory, factoryType, GIL_MINSIZE, hashTable } from './objects.ts';

type Docs = Readonly<Record<string, string>>;

/** `algorithms`: [function, type attribute, type name]. */
function hashModule(
  name: string,
  docs: Docs,
  algorithms: readonly (readonly [string, string, string])[],
): NativeModule {
  const types = algorithms.map(([, , typeName]) => factoryType(name, typeName));
  return {
    name,
    functions: Object.fromEntries(
      algorithms.map(([algorithm], i) => [algorithm, factory(types[i]!, ALGORITHMS.get(algorithm)!, docs[algorithm])]),
    ),
    types: Object.fromEntries(algorithms.map(([, attribute], i) => [attribute, types[i]!])),
    values: () => ({ _GIL_MINSIZE: GIL_MINSIZE }),
    install: () => {
      algorithms.forEach(([, attribute], i) => {
        installType(types[i]!, hashTable(attribute, docs, 'obj', false));
      });
    },
  };
}

export const md5Module: NativeModule = hashModule('_md5', MD5_DOCS, [['md5', 'MD5Type', 'md5']]);
export const sha1Module: NativeModule = hashModule('_sha1', SHA1_DOCS, [['sha1', 'SHA1Type', 'sha1']]);
export const sha2Module: NativeModule = hashModule('_sha2', SHA2_DOCS, [
  ['sha224', 'SHA224Type', 'SHA224Type'],
  ['sha256', 'SHA256Type', 'SHA256Type'],
  ['sha384', 'SHA384Type', 'SHA384Type'],
  ['sha512', 'SHA512Type', 'SHA512Type'],
]);
