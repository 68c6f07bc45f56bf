/** Where a review stands at a moment: planned, open or closed. */
export function stateOf({ opens, closes }, now = Date.now()) {
  if (now < Date.parse(opens)) {
    return 'planned';
  }
  return now < Date.parse(closes) ? 'open' : 'closed';
}

/** The moment at which it stands otherwise, or stood. */
export const turnOf = (review, now = Date.now()) => (stateOf(review, now) === 'planned' ? review.opens : review.closes);

/** Characters as the server counts them. */
export const lengthOf = (text) => text.trim().replaceAll(/\s+/g, ' ').length;

/** The newest first. */
export const byNewest = (one, other) => other.at.localeCompare(one.at) || one.number - other.number;

/** What a field for a date and time in the viewer's zone shows of an instant, and the other way round. */
export function localTime(instant) {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
export const instantOf = (local) => (local ? new Date(local).toISOString() : undefined);
