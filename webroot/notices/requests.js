import { ask, query } from '../base/ask.js';

const following = (order) => `/api/orders/${encodeURIComponent(order)}/following`;

export const notices = (after) => ask('GET', `/api/notices${query({ after, limit: 50 })}`);
export const readUpTo = (upTo) => ask('POST', '/api/notices/reading', { upTo });
export const choices = () => ask('GET', '/api/notices/choices');
export const choose = (wanted) => ask('PUT', '/api/notices/choices', wanted);
export const rhythm = () => ask('GET', '/api/notices/rhythm');
export const setRhythm = (beats) => ask('PUT', '/api/notices/rhythm', { rhythm: beats });
export const followingOf = (order) => ask('GET', following(order));
export const follow = (order, mode) => ask('PUT', following(order), { mode });
export const wish = (order, line, stage) => ask('PUT', following(order), { mode: 'stage', line, stage });
export const unwish = (order, line, stage) => ask('DELETE', `${following(order)}${query({ line, stage })}`);
export const unfollow = (order) => ask('DELETE', following(order));
export const devices = () => ask('GET', '/api/notices/devices');
export const addDevice = (subscription) => ask('POST', '/api/notices/devices', subscription);
export const removeDevice = (id) => ask('DELETE', `/api/notices/devices/${id}`);
