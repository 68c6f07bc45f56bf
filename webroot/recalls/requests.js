import { ask, askOnce, edit } from '../base/ask.js';

export const saveRecall = (number, said, version) => edit('PUT', `/api/recalls/${number}`, said, version);
/** Tells all; `preview` names what whoever tells has looked at. */
export const tellAll = (number, preview, key) => askOnce('POST', `/api/recalls/${number}/told`, { preview }, key);

export const markRead = (id) => ask('POST', `/api/recall-notices/${id}/read`);
export const choose = (id, remedy, key) => askOnce('POST', `/api/recall-notices/${id}/remedy`, { remedy }, key);
export const sayReached = (id, reached, key) => askOnce('POST', `/api/recall-notices/${id}/reached`, { reached }, key);
export const sayDone = (id, done, key) => askOnce('POST', `/api/recall-notices/${id}/progress`, { done }, key);
export const leaveRest = (id, reason, key) => askOnce('POST', `/api/recall-notices/${id}/leaving`, { reason }, key);
