// Written by scripts/generate-libm-tables.mjs; do not edit.

/** Fraction bits of LN10_FIXED. */
export const LN10_BITS = 1380;
/** floor(ln(10) * 2**1380). */
export const LN10_FIXED = 0x24d763776aaa2b05ba95b58ae0b4c28a38a3fb3e76977e43a0f187a0807c0b5ca58bc0b5ec6a0417331c32f00b17c35a0b1889061042f8b6bee3de2100b945b59e0b3e28a2a324479d96a9b0ec360c7efbd9b3ac12acf1be94586ed2748671eef299ecd6c8d8142163a4cda3511e2713d6c22c15f57b7883d1a7a963a4c17a607891e3f2ab4ebba627356d0b9a89c586691fb2c9a5e31753f6c74a3a95f53f703902fcf30785049a915d973789n;
