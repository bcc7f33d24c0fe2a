// itertools. CPython: Modules/itertoolsmodule.c
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import {
  combinationsRepeatedType,
  combinationsType,
  installCombinators,
  permutationsType,
  productType,
} from './combine.ts';
import { countType, cycleType, installInfinite, repeatType } from './infinite.ts';
import {
  accumulateType,
  batchedType,
  chainType,
  compressType,
  dropwhileType,
  filterfalseType,
  installSelect,
  isliceType,
  pairwiseType,
  starmapType,
  takewhileType,
  zipLongestType,
} from './select.ts';
import { groupbyType, grouperType, installShare, tee, teeType } from './share.ts';

export const itertoolsModule: NativeModule = {
  name: 'itertools',
  doc: 'Functional tools for creating and using iterators.',
  functions: {
    tee: fn('($module, iterable, n=2, /)', tee, 'Returns a tuple of n independent iterators.'),
  },
  types: {
    _grouper: grouperType,
    _tee: teeType,
    accumulate: accumulateType,
    batched: batchedType,
    chain: chainType,
    combinations: combinationsType,
    combinations_with_replacement: combinationsRepeatedType,
    compress: compressType,
    count: countType,
    cycle: cycleType,
    dropwhile: dropwhileType,
    filterfalse: filterfalseType,
    groupby: groupbyType,
    islice: isliceType,
    pairwise: pairwiseType,
    permutations: permutationsType,
    product: productType,
    repeat: repeatType,
    starmap: starmapType,
    takewhile: takewhileType,
    zip_longest: zipLongestType,
  },
  install() {
    installInfinite();
    installSelect();
    installCombinators();
    installShare();
  },
};
