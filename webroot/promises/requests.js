import { ask, query } from '../base/ask.js';

/** Whoever looks through a glass link says so as its holder, whoever they are signed in as besides. */
const as = () => query(globalThis.location?.pathname === '/glass' ? { as: 'glass' } : {});

export const seen = (order, upTo) =>
  ask('POST', `/api/orders/${encodeURIComponent(order)}/promises/read${as()}`, { upTo });

/** What was kept and missed in a month. */
export const kept = (filter) => ask('GET', `/api/promises/kept${query(filter)}`);

/** The lines behind one of its numbers. */
export const behind = (filter) => ask('GET', `/api/promises/kept/lines${query(filter)}`);
