import { ask, askOnce, newKey, query } from '../base/ask.js';

export const actions = (filter) => ask('GET', `/api/actions${query(filter)}`);
export const oneAction = (number) => ask('GET', `/api/actions/${number}`);
export const make = (said, key) => askOnce('POST', '/api/actions', said, key);
export const change = (number, said) => ask('PUT', `/api/actions/${number}`, said);
/** `outcome`: done, withdrawn, worked or reopened; with a word. */
export const became = (number, outcome, text, key = newKey()) =>
  askOnce('POST', `/api/actions/${number}/outcome`, text ? { outcome, text } : { outcome }, key);

/** Who can do something here, and the companies that may have raised it. */
export const choices = () => ask('GET', '/api/action-choices');
export const settings = () => ask('GET', '/api/action-settings');
export const saveSettings = (said) => ask('PUT', '/api/action-settings', said);
export const mails = () => ask('GET', '/api/action-mails');
export const chooseMails = (said) => ask('PUT', '/api/action-mails', { mails: said });

/** What a mailed link asks, by its secret. */
export const lookAt = (token) => ask('POST', '/api/actions/look', { token });
export const answer = (said) => ask('POST', '/api/actions/answers', said);
