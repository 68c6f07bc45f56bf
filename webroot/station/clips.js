/** In the order in which they play on what people have; the last resort is whatever this browser makes. */
const TYPES = ['video/mp4;codecs=avc1.42E01E', 'video/webm', 'video/mp4'];
const TYPES_WITH_SOUND = ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/webm', 'video/mp4'];
const BITS_A_SECOND = 2_500_000;
const PIECE_MILLIS = 500;
const LARGEST_BYTES = 8_000_000;

/** Whether clips can be filmed on this device. */
export const canFilm = () => Boolean(globalThis.MediaRecorder && navigator.mediaDevices?.getUserMedia);

export function recorderOf(stream) {
  const types = stream.getAudioTracks().length > 0 ? TYPES_WITH_SOUND : TYPES;
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  return new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_A_SECOND });
}

/**
 * Begins to record; answers the clip once the recorder is stopped, which it does by itself before the clip is larger
 * than is sent well over a bad network. It holds nothing of where it was filmed, and by what.
 */
export function clipOf(recorder) {
  const pieces = [];
  const size = () => pieces.reduce((bytes, piece) => bytes + piece.size, 0);
  return new Promise((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => {
      pieces.push(data);
      size() > LARGEST_BYTES && recorder.state === 'recording' && recorder.stop();
    };
    recorder.onerror = ({ error }) => reject(error);
    recorder.onstop = () =>
      size() > 0 ? resolve(new Blob(pieces, { type: recorder.mimeType.split(';')[0] })) : reject(new Error('No clip'));
    recorder.start(PIECE_MILLIS);
  });
}
