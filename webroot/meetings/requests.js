import { ask, askOnce, every, newKey, query } from '../base/ask.js';

const meeting = (number, rest = '') => `/api/meetings/${encodeURIComponent(number)}${rest}`;

/** `key` is the same however often the same has to be sent. */
export const plan = (said, key = newKey()) => askOnce('POST', '/api/meetings', said, key);
export const edit = (number, said) => ask('PUT', meeting(number), said);
/** Whom this names, before anybody is told. */
export const namedBy = (number, asked) =>
  ask('POST', meeting(number, '/invitations'), { asked, preview: true });
export const invite = (number, said) => ask('POST', meeting(number, '/invitations'), said);
export const uninvite = (number, person, series = false) =>
  ask('DELETE', meeting(number, `/invitations/${person}${series ? '?series=true' : ''}`));
export const addItem = (number, said, key = newKey()) => askOnce('POST', meeting(number, '/items'), said, key);
export const editItem = (number, item, said) => ask('PUT', meeting(number, `/items/${item}`), said);
export const voteFor = (number, item) => ask('POST', meeting(number, `/items/${item}/votes`));
/** Those that this company is asked to. */
export const meetingsOf = (company) => ask('GET', `/api/meetings${query({ company })}`);
/** Staff who can be asked, each by their key. */
export const colleagues = async () => (await ask('GET', '/api/action-choices')).staff;
/** Design reviews that are not closed yet. */
export const openReviews = async () =>
  (await ask('GET', '/api/reviews')).reviews.filter(({ closes }) => Date.parse(closes) > Date.now());
export const companies = () =>
  every('companies', (after) => ask('GET', `/api/companies${query({ limit: 1000, after })}`));
