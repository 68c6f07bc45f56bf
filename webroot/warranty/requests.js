import { ask, askOnce, query } from '../base/ask.js';

/** What a stranger sees of a piece: `{ found, cover }`. */
export const lookUp = (asked) => ask('POST', '/api/warranty/look-up', asked);

/** Whether anybody gets a code is not said. */
export const wishForCode = (serial) => ask('POST', '/api/warranty/codes', { serial });

/** The pieces that left with an order. */
export const piecesOf = (order) => ask('GET', `/api/warranty/cards${query({ order })}`);

/** Cards with their passwords, which are told once; under the same key the same again. */
export const makeCards = (serials, again, key) => askOnce('POST', '/api/warranty/cards', { serials, again }, key);
