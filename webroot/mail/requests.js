import { ask, query } from '../base/ask.js';

export const mails = (after) => ask('GET', `/api/mail${query({ after })}`);
