import { ask, edit, query } from '../base/ask.js';

const order = (number) => `/api/orders/${encodeURIComponent(number)}`;

export const promisedDates = (number) => ask('GET', `${order(number)}/promise`);
export const revisePromise = (number, said, version) => edit('PUT', `${order(number)}/promise`, said, version);
export const cancel = (number, wish) => ask('PUT', `${order(number)}/cancellation`, wish);
export const reinstate = (number, line) => ask('DELETE', `${order(number)}/cancellation${query({ line })}`);
export const hold = (number, wish) => ask('POST', `${order(number)}/hold`, wish);
export const resume = (number, line, stage) => ask('DELETE', `${order(number)}/hold${query({ line, stage })}`);
export const report = (said) => ask('POST', '/api/reports', said);
