/** Loads what is not on the way to the first pane; where there is no network, once there is one again. */
export const later = (load) =>
  load().catch(() => addEventListener('online', () => later(load), { once: true }));
