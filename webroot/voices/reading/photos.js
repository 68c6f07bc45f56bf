/** What the server takes. */
export const TYPES = ['image/jpeg', 'image/png', 'image/webp'];
export const MOST = 10;
const LARGEST_BYTES = 10 * 1024 * 1024;

/** Why a file is not even sent, as the key of a sentence; nothing where it may be. */
export function fault({ name = '', type, size }) {
  if (/\.(heic|heif)$/i.test(name) || /hei[cf]/.test(type)) {
    return 'photo.heic';
  }
  if (type && !TYPES.includes(type)) {
    return type.startsWith('video/') ? 'photo.video' : 'photo.type';
  }
  if (size === 0) {
    return 'photo.empty';
  }
  return size > LARGEST_BYTES ? 'photo.size' : undefined;
}

/** Why the server did not take one, as the key of a sentence. */
export function refused({ status }) {
  return { 0: 'photo.unreachable', 413: 'photo.size', 415: 'photo.type', 422: 'photo.unreadable', 429: 'photo.many' }[
    status
  ] ?? 'photo.failed';
}

/** Those that arrived, as they are sent along. */
export const ids = (photos) => photos.flatMap(({ id }) => (id ? [id] : []));

export const isUploading = (photos) => photos.some(({ id, wrong }) => !id && !wrong);
