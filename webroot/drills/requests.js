import { ask, askOnce } from '../base/ask.js';

export const drills = async () => (await ask('GET', '/api/drills')).drills;
export const drill = (id) => ask('GET', `/api/drills/${id}`);
export const start = (id, key) => askOnce('POST', `/api/drills/${id}/start`, undefined, key);
export const answer = (id, said, key) => askOnce('POST', `/api/drills/${id}/answers`, said, key);
