import { ask } from '../base/ask.js';

export const badges = async () => (await ask('GET', '/api/demo/badges')).badges;
export const floor = () => ask('GET', '/api/demo/floor');

/** Makes this screen a station; answers where it then is, in this window’s own house. */
export async function linkTo({ id }) {
  const { link } = await ask('POST', `/api/demo/stations/${id}/link`);
  return here(link);
}

/** The same address by the name under which this window reached us. */
export function here(address) {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
}

export const picture = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
