/** A moment as a field for day and time has it, where its reader is. */
export function localTime(instant) {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment that such a field says; nothing where it says none. */
export const instantOf = (text) => (text ? new Date(text).toISOString() : undefined);
