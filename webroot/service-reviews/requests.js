import { ask, askOnce, edit } from '../base/ask.js';

const review = (quarter) => `/api/service-reviews/${encodeURIComponent(quarter)}`;

export const reviews = async () => (await ask('GET', '/api/service-reviews')).reviews;
export const find = (quarter) => ask('GET', review(quarter));
export const begin = (quarter, key) => askOnce('POST', '/api/service-reviews', { quarter }, key);
export const conclude = (quarter, conclusions, version) => edit('PUT', review(quarter), { conclusions }, version);
export const raise = (quarter, said, key) => askOnce('POST', `${review(quarter)}/actions`, said, key);
export const correct = (quarter, text, key) => askOnce('POST', `${review(quarter)}/corrections`, { text }, key);

/** Freezes it; refused where it is another version by now. */
export const sign = (quarter, version) => edit('POST', `${review(quarter)}/signature`, undefined, version);

/** Who of the house can do something. */
export const staff = async () => (await ask('GET', '/api/action-choices')).staff;
