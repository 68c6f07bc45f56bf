import { matchesAny } from '../../base/reading/glob.js';

/** Those of the reported operations that a pattern matches. */
export const matchedBy = (pattern, reported) =>
  pattern.trim() === '' ? [] : reported.filter(({ name }) => matchesAny(pattern.trim(), name));

/** To which stages an operation belongs. */
export const stagesOf = (operation, stages) =>
  stages.filter((stage) =>
    stage.operations.some(({ pattern, only }) => !only && pattern.trim() && matchesAny(pattern.trim(), operation)),
  );

/**
 * Reported operations with the stages that they belong to: those that none has first, then those that several
 * have. `reported` are those of this routing where there are some, else all.
 */
export function sorted(reported, stages) {
  const found = reported.map((operation) => ({ ...operation, stages: stagesOf(operation.name, stages) }));
  return [
    ...found.filter(({ stages: of }) => of.length === 0),
    ...found.filter(({ stages: of }) => of.length > 1),
    ...found.filter(({ stages: of }) => of.length === 1),
  ];
}

/** What concerns a routing: what was reported of its own lines; of one that has none yet, everything. */
export function concerning(reported, code) {
  const own = reported.filter(({ routings }) => routings.includes(code));
  return own.length > 0 ? own : reported;
}
