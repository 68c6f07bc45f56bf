import { ask, askOnce, query } from '../base/ask.js';

/** What a stranger sees of a piece: `{ found, cover }`. */
export const lookUp = (asked) => ask('POST', '/api/warranty/look-up', asked);

/** Whether anybody gets a code is not said. */
export const wishForCode = (serial) => ask('POST', '/api/warranty/codes', { serial });

/** The pieces that left with an order. */
export const piecesOf = (order) => ask('GET', `/api/warranty/cards${query({ order })}`);

/** Cards with their passwords, which are told once; under the same key the same again. */
export const makeCards = (serials, again, key) => askOnce('POST', '/api/warranty/cards', { serials, again }, key);

const term = (product) => `/api/warranty/terms/${encodeURIComponent(product)}`;
const piece = (serial) => `/api/warranty/pieces/${encodeURIComponent(serial)}`;

export const terms = () => ask('GET', '/api/warranty/terms');
export const saveTerm = (product, promise) => ask('PUT', term(product), promise);
export const removeTerm = (product) => ask('DELETE', term(product));

/** A piece with its ledger, for the house. */
export const keptPiece = (serial) => ask('GET', piece(serial));
export const enterCover = (serial, entry) => ask('POST', `${piece(serial)}/entries`, entry);
