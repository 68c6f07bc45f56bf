import { ask, askOnce, newKey } from '../base/ask.js';

const meeting = (number) => `/api/meetings/${number}`;

export const amend = (number, said, key = newKey()) => askOnce('POST', `${meeting(number)}/amendments`, said, key);
export const decide = (number, key, said) => ask('POST', `${meeting(number)}/amendments/${key}/decision`, said);
export const correct = (number, said, key = newKey()) => askOnce('POST', `${meeting(number)}/corrections`, said, key);
export const finish = (number) => ask('PUT', meeting(number), { state: 'final' });
export const document = (number, language) => `${meeting(number)}/minutes.pdf?language=${language}`;

export const said = () => ask('GET', '/api/meetings/said');
export const figures = () => ask('GET', '/api/meetings/figures');

/** It is not solved: a message is open again, an action did not work. */
export const notSolved = ({ kind, number }, text, key = newKey()) =>
  kind === 'action'
    ? askOnce('POST', `/api/actions/${number}/outcome`, { outcome: 'reopened', text }, key)
    : askOnce('POST', `/api/voices/${number}/reopening`, { text }, key);
