import { ask } from '../base/ask.js';

/** What a stranger sees of a piece: `{ found, cover }`. */
export const lookUp = (asked) => ask('POST', '/api/warranty/look-up', asked);

/** Whether anybody gets a code is not said. */
export const wishForCode = (serial) => ask('POST', '/api/warranty/codes', { serial });
