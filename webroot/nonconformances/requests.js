import { ask, askOnce, edit, query } from '../base/ask.js';

const at = (number, act = '') => `/api/nonconformances/${number}${act}`;

export const raise = (said, key) => askOnce('POST', '/api/nonconformances', said, key);
export const list = (filter) => ask('GET', `/api/nonconformances${query(filter)}`);
export const change = ({ number, version }, said) => edit('PUT', at(number), said, version);
export const close = (number, said, key) => askOnce('POST', at(number, '/closing'), said, key);
export const reopen = (number, reason, key) => askOnce('POST', at(number, '/reopening'), { reason }, key);

/** What criteria would come to; nothing is written. */
export const preview = (number, criteria) => ask('POST', at(number, '/containment?preview=true'), criteria);
export const contain = ({ number, version }, criteria) =>
  edit('POST', at(number, '/containment'), criteria, version);
export const contained = (number, filter) => ask('GET', `${at(number, '/contained')}${query(filter)}`);
export const askForRelease = (number, said, key) => askOnce('POST', at(number, '/release'), said, key);
export const confirmRelease = ({ number, version }) =>
  edit('POST', at(number, '/release/confirmation'), undefined, version);
export const refuseRelease = (number, reason, key) => askOnce('POST', at(number, '/release/refusal'), { reason }, key);

/** Who works here, for choosing among them. */
export const staff = async () => (await ask('GET', '/api/action-choices')).staff;
