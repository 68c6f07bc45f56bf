const SHOWN = 8;

/** The causes that these messages stand under, each once, with how many there are. */
export function causesOf(rows) {
  const found = new Map();
  for (const { cause } of rows) {
    if (cause) {
      found.set(cause.id, { ...cause, count: (found.get(cause.id)?.count ?? 0) + 1 });
    }
  }
  return [...found.values()];
}

const code = (stage) => stage?.code ?? stage;

/** Which of them may have the same cause as a message: of its stage first, and none that has a cause already. */
export function mayBelong(rows, page) {
  const isNear = (row) => (code(page.stage) !== undefined && code(row.stage) === code(page.stage) ? 0 : 1);
  return rows
    .filter(({ number, cause }) => number !== page.number && !cause)
    .sort((a, b) => isNear(a) - isNear(b) || b.saidAt.localeCompare(a.saidAt))
    .slice(0, SHOWN);
}
