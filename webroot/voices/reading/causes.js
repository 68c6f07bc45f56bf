/** The causes that these messages stand under, each once, with the first of them: `{ id, title, with }`. */
export function causesOf(rows) {
  const found = new Map();
  for (const row of rows) {
    if (row.cause && !found.has(row.cause.id)) {
      found.set(row.cause.id, { ...row.cause, with: row });
    }
  }
  return [...found.values()];
}

/** Which of them can be put under a cause beside a message, in their order: those that are under none. */
export const mayBelong = (rows, { number }) => rows.filter((row) => row.number !== number && !row.cause);

/** What a search found, after what was found before and is ticked; nothing twice, nor what stands there already. */
export function foundAlso(found, before, ticked, there) {
  const known = new Set(there.map(({ number }) => number));
  return [...before.filter(({ number }) => ticked.has(number)), ...found].filter(
    ({ number }) => !known.has(number) && known.add(number),
  );
}
