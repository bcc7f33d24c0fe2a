// CRC-32 and Adler-32, shared by binascii and zlib.
// CPython: Modules/zlibmodule.c (zlib_crc32, zlib_adler32), Modules/binascii.c (binascii_crc32).

/** Slicing-by-four tables of the reflected polynomial 0xedb88320. */
const CRC_TABLES: readonly Int32Array[] = (() => {
  const tables = Array.from({ length: 4 }, () => new Int32Array(256));
  for (let n = 0; n < 256; n++) {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[0]![n] = crc;
  }
  for (let n = 0; n < 256; n++) {
    let crc = tables[0]![n]!;
    for (let k = 1; k < 4; k++) {
      crc = tables[0]![crc & 255]! ^ (crc >>> 8);
      tables[k]![n] = crc;
    }
  }
  return tables;
})();

/** The CRC-32 of `data` continuing `start`, unsigned. */
export function crc32(data: Uint8Array, start = 0): number {
  const [t0, t1, t2, t3] = CRC_TABLES as [Int32Array, Int32Array, Int32Array, Int32Array];
  let crc = ~start;
  let i = 0;
  for (const end = data.length - 3; i < end; i += 4) {
    crc ^= data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24);
    crc = t3[crc & 255]! ^ t2[(crc >>> 8) & 255]! ^ t1[(crc >>> 16) & 255]! ^ t0[crc >>> 24]!;
  }
  for (; i < data.length; i++) crc = t0[(crc ^ data[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The Adler-32 of `data` continuing `start`, unsigned. */
export function adler32(data: Uint8Array, start = 1): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  // 3854 additions stay below 2**31 for any bytes.
  for (let i = 0; i < data.length; ) {
    const end = Math.min(data.length, i + 3854);
    while (i < end) {
      a += data[i++]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
