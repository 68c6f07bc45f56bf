import { refusal } from '../../base/reading/refusals.js';
import { general } from './paths.js';

/** What is wrong with the field of this path; of a part that has no field of its own, with the whole. */
export function faultAt(problem, path) {
  if (problem?.faults) {
    return problem.faults.find(({ field }) => field === path)?.said;
  }
  return problem?.field === path || (problem?.field?.startsWith(`${path}.`) && path.split('.').length > 1)
    ? said(problem)
    : undefined;
}

/** Whether something is wrong in there. */
export const isFaulty = (problem, path) =>
  [problem, ...(problem?.faults ?? [])].some((one) => one?.field?.startsWith(path));

/** A refusal as a sentence; where the server names a line, the text for that field of any line. */
export const said = (problem) =>
  problem.said ?? refusal({ ...problem, message: problem.message, field: general(problem.field) });
