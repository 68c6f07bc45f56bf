import { ask, query } from '../base/ask.js';

const order = (number) => `/api/orders/${encodeURIComponent(number)}`;

export const events = (number, after) => ask('GET', `${order(number)}/events${query({ after, limit: 100 })}`);
export const searchOrders = (filter) => ask('GET', `/api/orders${query(filter)}`);
export const carriers = () => ask('GET', '/api/carriers');
export const recordShipment = (number, shipment, said) =>
  ask('PUT', `${order(number)}/shipments/${encodeURIComponent(shipment)}`, said);
export const shipmentsOf = (number) => ask('GET', `${order(number)}/shipments`);
export const withdrawShipment = (number, shipment, reason) =>
  ask('DELETE', `${order(number)}/shipments/${encodeURIComponent(shipment)}${query({ reason })}`);
export const glassLinks = (number) => ask('GET', `${order(number)}/links`);
export const makeGlassLink = (number, wanted) => ask('POST', `${order(number)}/links`, wanted);
export const changeGlassLink = (number, id, wanted) => ask('PUT', `${order(number)}/links/${id}`, wanted);
export const revokeGlassLink = (number, id) => ask('DELETE', `${order(number)}/links/${id}`);
export const enterByGlass = (token) => ask('POST', '/api/glass-session', { token });
export const askForGlassLink = (token) => ask('POST', '/api/glass-request', { token });
