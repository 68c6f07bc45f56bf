/** The moment that a field of the browser's own clock says; now where it is empty. */
export const momentOf = (local, now = Date.now()) => new Date(local ? Date.parse(local) : now).toISOString();

/** A moment as such a field writes it, to the minute. */
export function local(moment = Date.now()) {
  const offset = new Date(moment).getTimezoneOffset() * 60_000;
  return new Date(moment - offset).toISOString().slice(0, 16);
}
