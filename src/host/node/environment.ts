/// <reference types="node" />
// The environment: our own table, so that bytes survive and nothing is shared with other users of `process.env`.

import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { HostText } from '../error.ts';
import type { Environment } from '../process.ts';
import { fromBytes, splitNul } from './text.ts';

export class NodeEnvironment implements Environment {
  readonly #variables = new Map<string, [HostText, HostText]>();

  constructor() {
    for (const [name, value] of initialVariables()) this.set(name, value);
  }

  entries(): [HostText, HostText][] {
    return [...this.#variables.values()];
  }

  get(name: string): string | undefined {
    const value = this.#variables.get(name)?.[1];
    return typeof value === 'string' ? value : undefined;
  }

  set(name: HostText, value: HostText): void {
    this.#variables.set(key(name), [name, value]);
  }

  unset(name: HostText): void {
    this.#variables.delete(key(name));
  }
}

/** Bytes get a key that no string has. */
function key(name: HostText): string {
  return typeof name === 'string' ? name : '\0' + Buffer.from(name).toString('latin1');
}

/** What bin/launch.sh hides from node, under the names that it gives it. */
const HIDDEN_FROM_NODE: ReadonlyMap<HostText, string> = new Map([
  ['TAIPAN_NODE_EXTRA_CA_CERTS', 'NODE_EXTRA_CA_CERTS'],
]);

/** What launch.sh sets for node, if it says so. */
const SET_FOR_NODE: ReadonlySet<HostText> = new Set(['GLIBC_TUNABLES', 'TAIPAN_OWN_TUNABLES']);

function initialVariables(): [HostText, HostText][] {
  const own = 'TAIPAN_OWN_TUNABLES' in process.env;
  return givenVariables()
    .filter(([name]) => !(own && SET_FOR_NODE.has(name)))
    .map(([name, value]) => [HIDDEN_FROM_NODE.get(name) ?? name, value]);
}

function givenVariables(): [HostText, HostText][] {
  const variables = Object.entries(process.env) as [string, string][];
  if (!variables.some(([name, value]) => name.includes('\ufffd') || value.includes('\ufffd'))) return variables;
  try {
    return splitNul(readFileSync('/proc/self/environ')).flatMap((entry) => {
      const equals = entry.indexOf('=');
      return equals < 1 ? [] : [[fromBytes(entry.subarray(0, equals)), fromBytes(entry.subarray(equals + 1))]];
    });
  } catch {
    return variables;
  }
}

/** For node:child_process; what it cannot pass (bytes that are no UTF-8) is passed as it reads them. */
export function toNodeEnvironment(entries: readonly (readonly [HostText, HostText])[]): Record<string, string> {
  const result: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of entries) result[toNodeText(name)] = toNodeText(value);
  return result;
}

export function toNodeText(text: HostText): string {
  return typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
}
