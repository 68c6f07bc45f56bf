import { ask } from '../base/ask.js';

/** What a mailed link is for, by its secret; looking records nothing. */
export const look = (token) => ask('POST', '/api/invitations/look', { token });
export const answerByLink = (token, said) => ask('POST', '/api/invitations/answers', { token, ...said });

const own = (number) => `/api/invitations/${number}`;
export const oneInvitation = (number) => ask('GET', own(number));
export const answerOwn = (number, said) => ask('PUT', own(number), said);

export const feed = () => ask('GET', '/api/me/calendar');
export const renewFeed = () => ask('POST', '/api/me/calendar');
export const stopFeed = () => ask('DELETE', '/api/me/calendar');
