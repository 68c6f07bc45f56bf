/**
 * What a list is narrowed to stands in its address, so that Back, a reload and a copied address show
 * the same again.
 */

/** What the address says of these names; of one with choices, nothing else than a choice. */
export function narrowing(names, search = globalThis.location.search) {
  const said = new URLSearchParams(search);
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, choices]) => {
      const value = said.get(name);
      return value && (choices === undefined || choices.includes(value)) ? [[name, value]] : [];
    }),
  );
}

/** Puts it there, in place of what the address said before; what is usual need not be said. */
export function keepNarrowing(filter, usual = {}, { location, history } = globalThis) {
  const said = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(filter)) {
    value && value !== usual[name] ? said.set(name, value) : said.delete(name);
  }
  const search = said.toString();
  history.replaceState(history.state, '', location.pathname + (search && `?${search}`) + location.hash);
}
