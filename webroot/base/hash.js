import { sha256 } from './reading/sha256.js';

/** The SHA-256 of bytes, as 64 hexadecimal digits; also where a page is not served securely. */
export async function hashOf(bytes) {
  if (!crypto.subtle) {
    return sha256(bytes);
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
