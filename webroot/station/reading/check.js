const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  }
  return value;
});

/** The check of a traveller: CRC-32 (IEEE 802.3) of a text in UTF-8, as eight hexadecimal digits. */
export function checkOf(text) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  }
  return (~sum >>> 0).toString(16).toUpperCase().padStart(8, '0');
}
