import { ask, askOnce, edit, query } from '../base/ask.js';

const order = (number) => `/api/orders/${encodeURIComponent(number)}`;

export const promisedDates = (number) => ask('GET', `${order(number)}/promise`);
export const revisePromise = (number, said, version) => edit('PUT', `${order(number)}/promise`, said, version);
export const cancel = (number, wish) => ask('PUT', `${order(number)}/cancellation`, wish);
export const reinstate = (number, line) => ask('DELETE', `${order(number)}/cancellation${query({ line })}`);
export const hold = (number, wish) => ask('POST', `${order(number)}/hold`, wish);
export const resume = (number, line, stage) => ask('DELETE', `${order(number)}/hold${query({ line, stage })}`);
export const report = (said) => ask('POST', '/api/reports', said);
const waivers = (number) => `${order(number)}/waivers`;

export const waive = (number, wish) => ask('POST', waivers(number), wish);
export const takeWaiverBack = (number, { line, requirement }) =>
  ask('DELETE', `${waivers(number)}${query({ line, requirement })}`);
export const confirmWaiver = (number, demand) => ask('POST', `${waivers(number)}/confirmation`, demand);
export const declineWaiver = (number, wish) => ask('POST', `${waivers(number)}/refusal`, wish);
export const waiversAsked = (number) => ask('GET', `/api/waivers${query({ state: 'asked', order: number })}`);
export const waiverSettings = () => ask('GET', '/api/waiver-settings');
export const saveWaiverSettings = (settings) => ask('PUT', '/api/waiver-settings', settings);
export const actOnOrders = (wish, key) => askOnce('POST', '/api/orders/acts', wish, key);
