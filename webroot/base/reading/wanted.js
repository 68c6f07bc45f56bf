const KEPT_MILLIS = 15 * 60_000;
const NAME = 'vitrine.wanted';

/** Remembers where somebody wanted to go, until they have signed in, perhaps by a link in a mail. */
export function remember(path, now = Date.now(), storage = globalThis.localStorage) {
  if (!isOurs(path)) {
    return;
  }
  try {
    storage.setItem(NAME, JSON.stringify({ path, until: now + KEPT_MILLIS }));
  } catch {
    // Without storage they begin at the start.
  }
}

/** Where they wanted to go, once; the start if nothing is known, or it was too long ago. */
export function recall(now = Date.now(), storage = globalThis.localStorage) {
  try {
    const { path, until } = JSON.parse(storage.getItem(NAME)) ?? {};
    storage.removeItem(NAME);
    return now < until && isOurs(path) ? path : '/';
  } catch {
    return '/';
  }
}

/** A page of ours to go to, and neither another site's (`//…`, `/\…`) nor one that only lets in. */
const isOurs = (path) => /^\/(?!(sign-in|enter|glass)(\/|$))[a-z][\w-]*(\/[\w%.~-]+)*$/.test(path);
