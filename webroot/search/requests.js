import { ask, query } from '../base/ask.js';

export const find = async (text) => (await ask('GET', `/api/search${query({ text, limit: 20 })}`)).found;
export const opened = (address) => ask('PUT', '/api/search/opened', { address });
