/** What was found, by kinds: `[{ kind, hits: [{ …, index }] }]`. The kind of the best comes first. */
export function byKind(found) {
  const groups = new Map();
  for (const hit of found) {
    groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  }
  let index = 0;
  return [...groups].map(([kind, hits]) => ({ kind, hits: hits.map((hit) => ({ ...hit, index: index++ })) }));
}
