import { ask, askOnce, newKey } from '../base/ask.js';

const at = (number, rest) => `/api/meetings/${encodeURIComponent(number)}/${rest}`;
const line = (number, key, rest = '') => at(number, `lines/${encodeURIComponent(key)}${rest}`);

export const begin = (number) => ask('PUT', `/api/meetings/${encodeURIComponent(number)}`, { state: 'live' });
export const end = (number) => ask('PUT', `/api/meetings/${encodeURIComponent(number)}`, { state: 'prepared' });
export const turnTo = (number, item) => ask('PUT', at(number, 'item'), item ? { item } : {});
export const closeItem = (number, item, answer) => ask('PUT', at(number, `items/${item}/answer`), { answer });

export const write = (number, said, key = newKey()) => askOnce('POST', at(number, 'lines'), said, key);
export const save = (number, key, said) => ask('PUT', line(number, key), said);
export const hold = (number, key, held = true) => ask('POST', line(number, key, '/hold'), { held });
export const remove = (number, key) => ask('DELETE', line(number, key));
export const makeAction = (number, key, said, once = newKey()) =>
  askOnce('POST', line(number, key, '/action'), said, once);
export const takeActionBack = (number, key, reason) =>
  ask('DELETE', `${line(number, key, '/action')}?${new URLSearchParams({ reason })}`);

export const openPoll = (number, said, key = newKey()) => askOnce('POST', at(number, 'polls'), said, key);
export const closePoll = (number, poll) => ask('PUT', at(number, `polls/${poll}`), { state: 'closed' });
/** Sent without a key: a company has one vote, however often it is sent. */
export const vote = (number, said) => ask('POST', at(number, 'ballots'), said);

export const attend = (number) => ask('PUT', at(number, 'attendance'), {});
export const guests = (number) => ask('GET', at(number, 'attendance'));
export const mark = (number, person, came) => ask('PUT', at(number, 'attendance'), { person, came });
export const staff = () => ask('GET', '/api/action-choices');
