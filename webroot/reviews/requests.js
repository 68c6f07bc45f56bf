import { ask, askOnce, newKey, query } from '../base/ask.js';

const review = (number, rest = '') => `/api/reviews/${number}${rest}`;

export const reviews = () => ask('GET', '/api/reviews');
export const makeReview = (said, key) => askOnce('POST', '/api/reviews', said, key);
export const changeReview = (number, said) => ask('PUT', review(number), said);

/** What is proposed is proposed once, however often it has to be sent: `key` is the same each time. */
export const propose = (number, said, key) => askOnce('POST', review(number, '/proposals'), said, key);
export const proposals = (number, filter) => ask('GET', review(number, '/proposals') + query(filter));
export const alike = (number, text) => ask('GET', review(number, '/proposals/alike') + query({ text }));
export const cards = (number) => ask('GET', review(number, '/cards'));
export const vote = (number, proposal, choice) => ask('POST', review(number, '/votes'), { proposal, choice });

const group = (number, id, rest = '') => review(number, `/groups/${id}${rest}`);
export const groups = (number, after) => ask('GET', review(number, '/groups') + query({ after }));
export const nameGroup = (number, id, name) => ask('PUT', group(number, id), { name });
export const splitOff = (number, said) => askOnce('POST', review(number, '/groups'), said, newKey());
export const joinGroups = (number, id, other) =>
  askOnce('POST', group(number, id, '/proposals'), { group: other }, newKey());
export const answer = (number, said) => askOnce('POST', review(number, '/answers'), said, newKey());
