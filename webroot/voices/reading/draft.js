const PREFIX = 'vitrine.draft.';

/** The name under which what is being written at a place is kept. */
export const placeOf = ({ order, line, stage, requirement }) =>
  [order, line, stage, requirement].filter(Boolean).join('/');

/** What somebody was about to say, kept by this tab until it is said: a reload loses nothing. */
export function keep(place, draft, storage = globalThis.sessionStorage) {
  try {
    isEmpty(draft) ? storage.removeItem(PREFIX + place) : storage.setItem(PREFIX + place, JSON.stringify(draft));
  } catch {
    // Without storage, or without room in it, it is kept as long as the page is.
  }
}

export function kept(place, storage = globalThis.sessionStorage) {
  try {
    return JSON.parse(storage.getItem(PREFIX + place)) ?? undefined;
  } catch {
    return undefined;
  }
}

export const forget = (place, storage) => keep(place, {}, storage);

const isEmpty = ({ text = '', photos = [] }) => text.trim() === '' && photos.length === 0;
