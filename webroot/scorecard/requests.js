import { ask, askOnce, query } from '../base/ask.js';

/** The months that are frozen and that one may read, the newest first. */
export const months = (limit) => ask('GET', `/api/scorecard${query({ limit })}`);
export const oneMonth = (month) => ask('GET', `/api/scorecard/${encodeURIComponent(month)}`);
export const correct = (month, said, key) =>
  askOnce('POST', `/api/scorecard/${encodeURIComponent(month)}/corrections`, said, key);

/** To whom they are opened, and which is frozen next. */
export const settings = () => ask('GET', '/api/scorecard-settings');
export const open = (opened) => ask('PUT', '/api/scorecard-settings', { opened });
