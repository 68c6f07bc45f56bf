import { ask, edit, query } from '../base/ask.js';

const at = (code) => `/api/routings/${encodeURIComponent(code)}`;

export const routings = () => ask('GET', `/api/routings${query({ openOrders: true })}`);
export const routing = (code, version) => ask('GET', `${at(code)}${query({ version })}`);
export const templates = () => ask('GET', '/api/routing-templates');
export const calendars = () => ask('GET', '/api/calendars');
export const reportedOperations = (days) => ask('GET', `/api/operations${query({ days })}`);
export const stageTimes = (code) => ask('GET', `${at(code)}/times`);
/** What it would do to orders in flight; nothing is saved. */
export const preview = (code, said) => ask('POST', `${at(code)}/preview`, said);
const versionsOf = (order) => `/api/orders/${encodeURIComponent(order)}/routing-version`;
export const lineVersions = (order) => ask('GET', versionsOf(order));
/** To the version that is named, or to the newest. */
export const moveLine = (order, move) => ask('PUT', versionsOf(order), move);

/** `orders` says whether those in production keep what they have or move; from version 0 only a new one. */
export const saveRouting = (code, said, orders, startedFrom) => edit('PUT', at(code), { ...said, orders }, startedFrom);
