import { ask, every, query } from '../base/ask.js';

export const people = (filter) => ask('GET', `/api/people${query(filter)}`);
export const invite = (person) => ask('POST', '/api/people', person);
export const changePerson = (id, person) => ask('PUT', `/api/people/${id}`, person);
export const inviteAgain = (id) => ask('POST', `/api/people/${id}/invitation`, {});
export const clearBounce = (id) => ask('DELETE', `/api/people/${id}/bounce`);
export const resetSecondFactor = (id, proof) => ask('DELETE', `/api/people/${id}/second-factor`, proof);
export const companies = () =>
  every('companies', (after) => ask('GET', `/api/companies${query({ limit: 1000, after })}`));
export const settings = () => ask('GET', '/api/settings');
export const changeSettings = (values) => ask('PUT', '/api/settings', values);
export const keys = () => ask('GET', '/api/keys');
export const makeKey = (key) => ask('POST', '/api/keys', key);
export const rotateKey = (id, overlapHours) => ask('POST', `/api/keys/${id}/rotation`, { overlapHours });
export const revokeKey = (id) => ask('DELETE', `/api/keys/${id}`);
export const audit = (filter) => ask('GET', `/api/audit${query(filter)}`);
/** Where the same trail is as a file. */
export const auditFile = (filter) => `/api/audit.csv${query(filter)}`;
export const unsubscribing = (token) => ask('GET', `/api/unsubscribing/${encodeURIComponent(token)}`);
/** As a mailbox would (RFC 8058). */
export const unsubscribe = (token) =>
  ask(
    'POST',
    `/unsubscribe/${encodeURIComponent(token)}`,
    'List-Unsubscribe=One-Click',
    'application/x-www-form-urlencoded',
  );
