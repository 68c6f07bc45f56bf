import { query, sendFile } from '../base/ask.js';

/** What pages would have said of the orders of a log, and how often that held. */
export const tried = (file, how) => sendFile(`/api/forecasts/evaluate${query(how)}`, file);
