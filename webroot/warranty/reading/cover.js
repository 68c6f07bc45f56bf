/** How a piece is covered, for sentences: `none`, `begins`, `voided`, `over` or `covered`. */
export function coverState({ covered, until, voided, months }) {
  if (covered) {
    return 'covered';
  }
  if (voided) {
    return 'voided';
  }
  if (until) {
    return 'over';
  }
  return months ? 'begins' : 'none';
}

/** The serial that an address names: that of a card (`/01/…/21/SERIAL`) or of a link with `?serial=`. */
export function serialOf({ pathname, search }) {
  const [, encoded] = pathname.match(/^\/01\/[^/]+\/21\/([^/]+)$/) ?? [];
  return encoded === undefined ? new URLSearchParams(search).get('serial') ?? '' : decoded(encoded);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Somebody typed it: the server will not know it.
  }
}
