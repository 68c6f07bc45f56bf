import { later } from '../base/later.js';
import { followingOf } from './requests.js';

const known = new Map();
const listeners = new Map();

/** How the reader follows an order, once that is known; asked for once, however many show it. */
export const knownOf = (order) => known.get(order);

/** Calls `listener` when that is known, or has changed; returns how to stop. */
export function onFollowing(order, listener) {
  const heard = listeners.get(order) ?? new Set();
  if (!listeners.has(order)) {
    listeners.set(order, heard);
    later(async () => {
      const found = await followingOf(order);
      known.has(order) || take(order, found); // What was chosen meanwhile is newer.
    });
  }
  heard.add(listener);
  return () => heard.delete(listener);
}

/** It is so from now on. */
export function take(order, following) {
  known.set(order, following);
  listeners.get(order)?.forEach((listener) => listener());
}
