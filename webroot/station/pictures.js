import { hashOf } from '../base/hash.js';

const LONGEST_SIDE = 2048;
const QUALITY = 0.85;

/**
 * A picture as it is kept and sent: no larger than anybody needs, upright, without where it was taken. One that this
 * browser cannot read goes as it is.
 */
export async function made(file) {
  const small = await smaller(file).catch(() => file);
  return { hash: await hashOf(new Uint8Array(await small.arrayBuffer())), file: small };
}

/** Whether it is one, and no clip or paper. */
export const isPhoto = ({ file }) => file.type.startsWith('image/');

async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return asPhoto(canvas);
}

export const asPhoto = (canvas) =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/jpeg', QUALITY),
  );
