/** What `Map.groupBy` does, for browsers that do not have it yet. */
export function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.has(key) || groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
