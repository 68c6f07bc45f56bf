import { ask, askOnce, newKey, sendFile } from '../base/ask.js';

export const offer = (serial, key = newKey()) => askOnce('POST', '/api/warranty/transfers', { serial }, key);
export const withdraw = (id) => ask('DELETE', `/api/warranty/transfers/${id}`);
export const undo = (id) => ask('POST', `/api/warranty/transfers/${id}/undo`, {});
export const take = (secret) => ask('POST', '/api/warranty/transfers/acceptances', { secret });
/** A CSV with the columns serial and address, and maybe language. */
export const offerMany = (file) => sendFile('/api/warranty/transfer-batches', file);

/** What a code or a mailed link hands over; these three need no account. */
export const lookAt = (secret) => ask('POST', '/api/warranty/transfers/look', { secret });
export const askByMail = (said) => ask('POST', '/api/warranty/transfers/addresses', said);
export const confirm = (said) => ask('POST', '/api/warranty/transfers/confirmations', said);

export const claim = (said, key) => askOnce('POST', '/api/warranty/claims', said, key);
export const oneClaim = (number) => ask('GET', `/api/warranty/claims/${number}`);
export const decide = (number, said) => ask('POST', `/api/warranty/claims/${number}/decision`, said);

/** All that is one's own, as a table. */
export const TABLE = '/api/warranty/pieces?format=csv';
