/** The first line of an order's page with its stages in their order, each with its code. */
export function firstLine({ lines = {} }) {
  const [line] = Object.values(lines).sort((a, b) => a.number - b.number);
  return line && { ...line, stages: inOrder(line.stages ?? {}) };
}

const inOrder = (stages) =>
  Object.entries(stages)
    .sort(([, a], [, b]) => a.position - b.position)
    .map(([code, stage]) => ({ code, ...stage }));

const OVER = new Set(['met', 'unverified']);

/** Where the next pieces would be counted: the first stage that is not over. */
export const current = (line) => (line.stages.find(({ state }) => !OVER.has(state)) ?? line.stages.at(-1))?.code;
