import { ask, edit, query } from '../base/ask.js';

const order = (number) => `/api/orders/${encodeURIComponent(number)}`;
const product = (code) => `/api/products/${encodeURIComponent(code)}`;

export const companies = () => ask('GET', '/api/companies');
export const routings = () => ask('GET', '/api/routings');
export const products = (parameters) => ask('GET', `/api/products${query(parameters)}`);
export const saveProduct = (code, said, startedFrom) => edit('PUT', product(code), said, startedFrom);
export const removeProduct = (code, startedFrom) => edit('DELETE', product(code), undefined, startedFrom);
export const lastOrdered = (name) => ask('GET', `/api/products/proposals${query({ product: name })}`);
export const nextNumber = () => ask('GET', '/api/order-numbers/next');
export const placedOrder = (number) => ask('GET', `${order(number)}/placed`);

export const ordersFound = (text) => ask('GET', `/api/orders${query({ q: text, limit: 10 })}`);

/** Places an order, or changes it; from version 0 only where there is none with this number. */
export const placeOrder = (number, said, startedFrom) => edit('PUT', order(number), said, startedFrom);

/** A line is finished with fewer than were ordered, for a reason that the customer reads. */
export const closeShort = (number, line, reason) => ask('PUT', `${order(number)}/closure`, { line, reason });
export const reopen = (number, line) => ask('DELETE', `${order(number)}/closure${query({ line })}`);
