import { askWithin, Problem } from '../base/ask.js';

const GIVEN_UP_AFTER_MILLIS = 15_000;
const PICTURE_GIVEN_UP_AFTER_MILLIS = 60_000;
/** The server takes nothing that comes more slowly either: 10 kB a second. */
const PICTURE_BYTES_A_MILLI = 10;
const AS_STATION = '?as=station';

const asked = (method, path, content) => told(askWithin(GIVEN_UP_AFTER_MILLIS, method, path, content));

/** Our server answers in JSON. A page of whoever else is on the way is no answer. */
async function told(asking) {
  const said = await asking;
  if (said === undefined) {
    throw new Problem(0, { title: 'Unreachable' });
  }
  return said;
}

export const setUp = (code) => asked('POST', '/api/station/set-up', { code });
export const signIn = (badge, pin) => asked('POST', `/api/station/sign-in${AS_STATION}`, { badge, pin });
export const station = () => asked('GET', `/api/station${AS_STATION}`);
export const work = () => asked('GET', `/api/station/work${AS_STATION}`);
export const scan = (text) => asked('POST', `/api/station/scan${AS_STATION}`, { text });
export const sendReports = (reports) => asked('POST', `/api/reports${AS_STATION}`, reports);

/** It is there once the server names it by its hash. */
export async function sendPicture(hash, file) {
  const millis = PICTURE_GIVEN_UP_AFTER_MILLIS + Math.ceil(file.size / PICTURE_BYTES_A_MILLI);
  const { sha256 } = await told(askWithin(millis, 'PUT', `/api/evidence/${hash}${AS_STATION}`, file));
  if (sha256 !== hash) {
    throw new Problem(0, { title: 'Unreachable' });
  }
}
