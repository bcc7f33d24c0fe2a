// The layout of struct sequences (os.stat_result, time.struct_time): tuples with named fields, some of them beyond the tuple.
// CPython: Objects/structseq.c

import type { Value } from '../../core/value.ts';
import { PyTuple } from '../tuple/tuple.ts';

export class PyStructSequence extends PyTuple {
  /** Fields that indexing does not reach. */
  readonly hidden: readonly Value[];
  constructor(items: readonly Value[] = [], hidden: readonly Value[] = []) {
    super(items);
    this.hidden = hidden;
  }
}
