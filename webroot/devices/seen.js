import { orderConditions } from './requests.js';

const asked = new Map();

/** What there is to see of an order, asked for once however many of its stages want to know. */
export function seenOf(order) {
  if (!asked.has(order)) {
    asked.set(order, orderConditions(order).catch(() => ({ stages: [], charts: false })));
  }
  return asked.get(order);
}
