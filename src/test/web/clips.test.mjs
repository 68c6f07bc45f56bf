import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canFilm, clipOf, recorderOf } from '../../../webroot/station/clips.js';

const piece = (bytes) => ({ data: new Blob([new Uint8Array(bytes)]) });

/** A recorder that is given its pieces by hand. */
class FakeRecorder {
  state = 'inactive';
  mimeType = 'video/webm;codecs=vp8';

  start(millis) {
    this.state = 'recording';
    this.every = millis;
  }

  stop() {
    this.state = 'inactive';
    this.onstop();
  }
}

test('a clip is all of its pieces, under the type of its file alone', async () => {
  const recorder = new FakeRecorder();
  const clip = clipOf(recorder);
  recorder.ondataavailable(piece(5));
  recorder.ondataavailable(piece(7));
  recorder.stop();
  assert.equal((await clip).size, 12);
  assert.equal((await clip).type, 'video/webm');
});

test('a clip ends before it is larger than is sent well', async () => {
  const recorder = new FakeRecorder();
  const clip = clipOf(recorder);
  recorder.ondataavailable(piece(7_900_000));
  assert.equal(recorder.state, 'recording');
  recorder.ondataavailable(piece(200_000));
  assert.equal(recorder.state, 'inactive');
  assert.equal((await clip).size, 8_100_000);
});

test('where nothing was filmed there is no clip', async () => {
  const empty = new FakeRecorder();
  const nothing = clipOf(empty);
  empty.stop();
  await assert.rejects(nothing);
  const broken = new FakeRecorder();
  const never = clipOf(broken);
  broken.onerror({ error: new Error('The camera went away') });
  await assert.rejects(never, /went away/);
});

test('what plays everywhere is recorded where it can be, with sound only where there is some', () => {
  assert.equal(canFilm(), false);
  globalThis.MediaRecorder = class {
    static isTypeSupported = (type) => this.supported.includes(type);
    constructor(stream, { mimeType }) {
      this.mimeType = mimeType;
    }
  };
  const silent = { getAudioTracks: () => [] };
  const loud = { getAudioTracks: () => ['a voice'] };
  MediaRecorder.supported = ['video/mp4;codecs=avc1.42E01E', 'video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/webm'];
  assert.equal(recorderOf(silent).mimeType, 'video/mp4;codecs=avc1.42E01E');
  assert.equal(recorderOf(loud).mimeType, 'video/mp4;codecs=avc1.42E01E,mp4a.40.2');
  MediaRecorder.supported = ['video/webm'];
  assert.equal(recorderOf(silent).mimeType, 'video/webm');
  delete globalThis.MediaRecorder;
});
