// The CRC of bzip2: CRC-32 with the bits the other way round. CPython: Modules/_bz2module.c leaves it to libbz2

export const CRC_TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, i) => {
  let crc = i << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});
