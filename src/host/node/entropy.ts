/// <reference types="node" />
import { randomFillSync } from 'node:crypto';
import type { Entropy } from '../entropy.ts';

export class NodeEntropy implements Entropy {
  fill(buffer: Uint8Array): void {
    randomFillSync(buffer);
  }
}
