import { ask } from '../base/ask.js';

export const stations = async () => (await ask('GET', '/api/stations')).stations;
export const saveStation = (id, station) =>
  ask(id ? 'PUT' : 'POST', id ? `/api/stations/${id}` : '/api/stations', station);
export const withdrawStation = (id) => ask('DELETE', `/api/stations/${id}`);
export const signOutStation = (id) => ask('DELETE', `/api/stations/${id}/screens`);

/** A code for one screen, which is told once: `{ code, until, link }`. */
export const setUpCode = (id) => ask('POST', `/api/stations/${id}/set-up`);

export const operators = async () => (await ask('GET', '/api/operators')).operators;
export const saveOperator = (id, operator) =>
  ask(id ? 'PUT' : 'POST', id ? `/api/operators/${id}` : '/api/operators', operator);
export const removeOperator = (id) => ask('DELETE', `/api/operators/${id}`);

/** Orders that are being made, by any part of what they are called. */
export const openOrders = async (text) => {
  const { orders } = await ask('GET', `/api/orders?limit=100${text ? `&q=${encodeURIComponent(text)}` : ''}`);
  return orders.filter(({ state }) => state === 'waiting' || state === 'in-production');
};

/** What goes with their lines through the plant. */
export const travellers = async (orders) => (await ask('POST', '/api/travellers', { orders })).travellers;

/** Pictures of these texts, in their order. */
export const drawn = async (texts, form = 'qr') => (await ask('POST', '/api/codes', { texts, form })).codes;

export const picture = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
