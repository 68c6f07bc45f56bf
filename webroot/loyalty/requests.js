import { ask, query } from '../base/ask.js';

/** How loyal customers are: all, those of a tier, or one company. */
export const loyalty = (filter) => ask('GET', `/api/loyalty${query(filter)}`);

/** Writes down what a customer says of its need; answers how loyal it is. */
export const sayNeed = (company, said) => ask('PUT', `/api/loyalty/${encodeURIComponent(company)}/need`, said);
