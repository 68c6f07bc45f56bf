const OURS = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13'];
const THEIRS = ['QRCode', 'DataMatrix', 'Code128', 'Code39', 'EAN13'];
const NEEDED = ['qr_code', 'data_matrix'];
const LIBRARY = 'zxing-wasm/dist/es/reader/index.js';
const PROGRAM = 'zxing-wasm/dist/reader/zxing_reader.wasm';

/** What reads codes in the picture of a video: the browser itself, or zxing, which is only then loaded. */
export async function codeReader() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats?.().catch(() => []);
  return NEEDED.every((format) => formats?.includes(format))
    ? ofTheBrowser(OURS.filter((format) => formats.includes(format)))
    : ofTheLibrary();
}

function ofTheBrowser(formats) {
  const detector = new BarcodeDetector({ formats });
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue;
}

async function ofTheLibrary() {
  const { prepareZXingModule, readBarcodes } = await import(LIBRARY);
  const locateFile = () => import.meta.resolve(PROGRAM);
  await prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    drawing.drawImage(video, 0, 0);
    const picture = drawing.getImageData(0, 0, canvas.width, canvas.height);
    const [found] = await readBarcodes(picture, { formats: THEIRS, maxNumberOfSymbols: 1, tryHarder: true });
    return found?.isValid === false ? undefined : found?.text;
  };
}
