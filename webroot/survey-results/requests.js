import { ask, askOnce, edit, query } from '../base/ask.js';

const survey = (code) => `/api/surveys/${encodeURIComponent(code)}`;

export const results = (code, filter = {}) => ask('GET', `${survey(code)}/results${query(filter)}`);
export const outcome = (code) => ask('GET', `${survey(code)}/outcome`);

export const alarms = (code) => ask('GET', `${survey(code)}/alarms`);
export const saveAlarms = (code, said) => ask('PUT', `${survey(code)}/alarms`, said);

export const themes = (code, question) => ask('GET', `${survey(code)}/themes${query({ question })}`);
export const nameTheme = (code, said, key) => askOnce('POST', `${survey(code)}/themes`, said, key);
export const saveTheme = (code, id, said) => ask('PUT', `${survey(code)}/themes/${id}`, said);
export const removeTheme = (code, id) => ask('DELETE', `${survey(code)}/themes/${id}`);
/** Puts it on the agenda of a meeting. */
export const discuss = (code, id, meeting, key) =>
  askOnce('POST', `${survey(code)}/themes/${id}/meeting`, { meeting }, key);

export const thanks = (code) => ask('GET', `${survey(code)}/thanks`);
export const saveThanks = (code, said, version) => edit('PUT', `${survey(code)}/thanks`, said, version);
/** Tells everybody who answered. */
export const tellThanks = (code, key) => askOnce('POST', `${survey(code)}/thanks/told`, {}, key);

/** Who of the house can do something. */
export const staff = () => ask('GET', '/api/action-choices');
