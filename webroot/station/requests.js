import { ask, askWithin } from '../base/ask.js';

const GIVEN_UP_AFTER_MILLIS = 15_000;
const PICTURE_GIVEN_UP_AFTER_MILLIS = 120_000;
const AS_STATION = '?as=station';

export const setUp = (code) => ask('POST', '/api/station/set-up', { code });
export const signIn = (badge, pin) => ask('POST', `/api/station/sign-in${AS_STATION}`, { badge, pin });
export const station = () => askWithin(GIVEN_UP_AFTER_MILLIS, 'GET', `/api/station${AS_STATION}`);
export const work = () => askWithin(GIVEN_UP_AFTER_MILLIS, 'GET', `/api/station/work${AS_STATION}`);
export const scan = (text) => askWithin(GIVEN_UP_AFTER_MILLIS, 'POST', `/api/station/scan${AS_STATION}`, { text });
export const sendReports = (reports) =>
  askWithin(GIVEN_UP_AFTER_MILLIS, 'POST', `/api/reports${AS_STATION}`, reports);
export const sendPicture = (hash, file) =>
  askWithin(PICTURE_GIVEN_UP_AFTER_MILLIS, 'PUT', `/api/evidence/${hash}${AS_STATION}`, file);
