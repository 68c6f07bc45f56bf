import { matches } from '../../base/reading/glob.js';

/** The department that answers for a stage, by the server's rule; else the one that takes what is nobody's. */
export function answeringFor(stage, departments) {
  const claims = departments
    .flatMap((department) => (department.stages ?? []).map((pattern) => ({ pattern, department })))
    .filter(({ pattern }) => matches(pattern, stage))
    .sort((one, other) => weight(other.pattern) - weight(one.pattern));
  const fallback = departments.find((one) => one.fallback);
  return { department: claims[0]?.department ?? fallback, isFallback: claims.length === 0 };
}

/** A code outweighs whatever is a pattern; of patterns, the one that says most. */
const weight = (pattern) =>
  /[*?]/.test(pattern) ? pattern.replace(/[*?]/g, '').length : Number.MAX_SAFE_INTEGER;
