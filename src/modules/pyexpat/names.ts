// Namespaces: which prefix means which URI, element by element. CPython: Modules/expat/xmlparse.c (addBinding, storeAtts)
import type { XmlParser } from './parser.ts';

const XML_URI = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_URI = 'http://www.w3.org/2000/xmlns/';

export class Bindings {
  /** URI by prefix, '' for the default one; the last entry of a prefix counts. */
  readonly #stack: [prefix: string, uri: string][] = [['xml', XML_URI]];

  inherit(other: Bindings): void {
    this.#stack.splice(0, this.#stack.length, ...other.#stack);
  }

  lookup(prefix: string): string | undefined {
    for (let i = this.#stack.length - 1; i >= 0; i--) if (this.#stack[i]![0] === prefix) return this.#stack[i]![1];
    return undefined;
  }

  /** `xmlns` or `xmlns:prefix` of a start tag. */
  declare(parser: XmlParser, prefix: string | undefined, uri: string): void {
    if (prefix === 'xmlns') parser.fail('RESERVED_PREFIX_XMLNS');
    if ((prefix === 'xml') !== (uri === XML_URI)) {
      parser.fail(prefix === 'xml' ? 'RESERVED_PREFIX_XML' : 'RESERVED_NAMESPACE_URI');
    }
    if (uri === XMLNS_URI) parser.fail('RESERVED_NAMESPACE_URI');
    if (prefix !== undefined && uri === '') parser.fail('UNDECLARING_PREFIX');
    this.#stack.push([prefix ?? '', uri]);
    if (parser.listener.has('StartNamespaceDecl')) {
      parser.listener.fire('StartNamespaceDecl', [prefix, uri === '' ? undefined : uri]);
    }
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** Ends what an element declared, last first. */
  leave(parser: XmlParser, depth: number): void {
    while (this.#stack.length > depth) {
      const [prefix] = this.#stack.pop()!;
      if (parser.listener.has('EndNamespaceDecl')) {
        parser.listener.fire('EndNamespaceDecl', [prefix === '' ? undefined : prefix]);
      }
    }
  }

  /** A name with its URI before it. */
  expand(parser: XmlParser, name: string, isAttribute: boolean): string {
    const { separator, prefixes } = parser.settings();
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    if (colon < 0 && isAttribute) return name;
    const uri = this.lookup(prefix);
    if (colon >= 0 && uri === undefined) parser.fail('UNBOUND_PREFIX');
    if (uri === undefined || uri === '') return name;
    const local = name.slice(colon + 1);
    const tail = prefixes && prefix !== '' ? separator + prefix : '';
    return uri + separator + local + tail;
  }

  /** As an external entity's parser is told: `prefix=uri` for each. */
  describe(): string[] {
    const seen = new Map<string, string>(this.#stack);
    return Array.from(seen, ([prefix, uri]) => `${prefix}=${uri}`).filter((each) => !each.endsWith('='));
  }
}
