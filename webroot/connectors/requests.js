import { ask, askWithin } from '../base/ask.js';

/** Another system is asked meanwhile, which takes its time. */
const ASKED_WITHIN_MILLIS = 90_000;

const at = (code) => `/api/connectors/${encodeURIComponent(code)}`;

export const connectors = async () => (await ask('GET', '/api/connectors')).connectors;
export const connector = (code) => ask('GET', at(code));
export const saveConnector = (code, said) => ask('PUT', at(code), said);
export const removeConnector = (code) => ask('DELETE', at(code));
export const tryConnector = (code, said) => askWithin(ASKED_WITHIN_MILLIS, 'POST', `${at(code)}/test`, said);
export const previewPull = (code) => askWithin(ASKED_WITHIN_MILLIS, 'POST', `${at(code)}/preview`);
export const pullNow = (code, wish) => ask('POST', `${at(code)}/pulls`, wish);
export const refusedRecords = (code) => ask('GET', `${at(code)}/refused`);
export const goneRecords = (code) => ask('GET', `${at(code)}/gone`);
