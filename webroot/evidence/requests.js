import { ask, query } from '../base/ask.js';

/** Whoever looks through a glass link asks as its holder, whoever they are signed in as besides. */
const as = globalThis.location?.pathname === '/glass' ? { as: 'glass' } : {};

/** Where a file is: `small` is for lists, and there is one of photos only. */
export const file = (sha256) => `/api/evidence/${sha256}${query(as)}`;
export const small = (sha256) => `/api/evidence/${sha256}${query({ ...as, size: 'small' })}`;

export const askForPicture = ({ order, line, stage }, language) =>
  ask(
    'POST',
    `/api/orders/${encodeURIComponent(order)}/lines/${line}/stages/${encodeURIComponent(stage)}/picture-requests`,
    { language },
  );

export const turn = (order, sha256, internal) =>
  ask('PUT', `/api/orders/${encodeURIComponent(order)}/evidence/${sha256}`, { internal });
