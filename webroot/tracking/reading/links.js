/** What a glass link may show beyond stages and dates. */
export const FIELDS = ['requirements', 'readings', 'operations', 'reports', 'tracking', 'delay-offers', 'evidence'];

/** Readings belong to requirements: whoever shows them shows what was demanded. */
export function withWhatItNeeds(fields) {
  const needed = fields.includes('readings') ? [...fields, 'requirements'] : fields;
  return FIELDS.filter((field) => needed.includes(field));
}

/** active, expired or revoked. */
export function standingOf(link, now) {
  return link.revokedAt ? 'revoked' : Date.parse(link.expiresAt) <= now ? 'expired' : 'active';
}

/** Those that still open something first, and the newest of them first. */
export function inOrder(links, now) {
  const over = (link) => (standingOf(link, now) === 'active' ? 0 : 1);
  return [...links].sort((a, b) => over(a) - over(b) || b.createdAt.localeCompare(a.createdAt));
}
