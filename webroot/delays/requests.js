import { ask, askOnce, query } from '../base/ask.js';

const isGlass = globalThis.location?.pathname === '/glass';

/** Whoever looks through a glass link asks as its holder, whoever they are signed in as besides. */
const asked = query(isGlass ? { as: 'glass' } : {});
const order = (number) => `/api/orders/${encodeURIComponent(number)}`;
const offer = (id, deed = '') => `/api/delay-offers/${id}${deed}`;

export const delayTerms = (number) => ask('GET', `${order(number)}/delay-terms`);
export const offerDelay = (number, terms, key) => askOnce('POST', `${order(number)}/delay-offers`, terms, key);
export const markOfferRead = (id) => ask('POST', offer(id, '/read'));
export const answerOffer = (id, said, key) => askOnce('POST', offer(id, `/answer${asked}`), said, key);
export const takeBackConsent = (id, key) => askOnce('POST', offer(id, `/taking-back${asked}`), undefined, key);
export const withdrawOffer = (id, key) => askOnce('POST', offer(id, '/withdrawal'), undefined, key);
export const takeTheirDay = (id, key) => askOnce('POST', offer(id, '/day-taken'), undefined, key);

export const mailedOffer = (token) => ask('POST', '/api/mailed-offers', { token });
export const markMailedRead = (token) => ask('POST', '/api/mailed-offers/read', { token });
export const answerMailed = (token, answer) => ask('POST', '/api/mailed-offers/answer', { token, answer });
export const takeBackMailed = (token) => ask('POST', '/api/mailed-offers/taking-back', { token });

export const recoverDate = (id, plan, lookAgainOn, key) =>
  askOnce('POST', `/api/delay-risks/${id}/choice`, { choice: 'recover', plan, lookAgainOn }, key);
