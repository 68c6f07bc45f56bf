import { ask, edit } from '../base/ask.js';

export const stations = async () => (await ask('GET', '/api/stations')).stations;
export const makeStation = (station) => ask('POST', '/api/stations', station);
export const changeStation = (id, station, startedFrom) => edit('PUT', `/api/stations/${id}`, station, startedFrom);
export const withdrawStation = (id) => ask('DELETE', `/api/stations/${id}`);
export const signOutStation = (id) => ask('DELETE', `/api/stations/${id}/screens`);

/** A code for one screen, which is told once: `{ code, until, link }`. */
export const setUpCode = (id) => ask('POST', `/api/stations/${id}/set-up`);

export const operators = async () => (await ask('GET', '/api/operators')).operators;
export const addOperator = (operator) => ask('POST', '/api/operators', operator);
export const changeOperator = (id, operator, startedFrom) =>
  edit('PUT', `/api/operators/${id}`, operator, startedFrom);
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
