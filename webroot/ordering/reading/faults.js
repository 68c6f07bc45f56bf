import { refusal } from '../../base/reading/refusals.js';
import { general } from './paths.js';

/** What is wrong with the field of this path; of a part that has no field of its own, with the whole. */
export const faultAt = (problem, path) =>
  problem?.field === path || (problem?.field?.startsWith(`${path}.`) && path.split('.').length > 1)
    ? said(problem)
    : undefined;

/** A refusal as a sentence; where the server names a line, the text for that field of any line. */
export const said = (problem) =>
  problem.said ?? refusal({ ...problem, message: problem.message, field: general(problem.field) });
