import { ask, edit, query } from '../base/ask.js';

const at = (id, more = '') => `/api/webhooks/${id}${more}`;

/** `{ webhooks, types }` */
export const webhooks = () => ask('GET', '/api/webhooks');

/** The endpoint with its `secret`, which is told once. */
export const makeWebhook = (wanted) => ask('POST', '/api/webhooks', wanted);
export const changeWebhook = (id, wanted, startedFrom) => edit('PUT', at(id), wanted, startedFrom);
export const removeWebhook = (id) => ask('DELETE', at(id));
export const changeSecret = (id, overlapHours) => ask('POST', at(id, '/secret'), { overlapHours });
export const pause = (id) => ask('POST', at(id, '/pause'));
export const goOn = (id) => ask('DELETE', at(id, '/pause'));
export const ping = (id) => ask('POST', at(id, '/ping'));
export const replay = (id, from) => ask('POST', at(id, '/replay'), { from });
export const messages = (id, state, after) => ask('GET', at(id, `/messages${query({ state, after })}`));
export const message = (id, number) => ask('GET', at(id, `/messages/${number}`));
export const tryAgain = (id, number) => ask('POST', at(id, `/messages/${number}/tries`));
