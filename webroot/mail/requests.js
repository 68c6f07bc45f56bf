import { ask, query } from '../base/ask.js';

export const tryAgain = (id) => ask('POST', `/api/mail/${id}/attempts`, {});
export const mails = (after) => ask('GET', `/api/mail${query({ after })}`);
