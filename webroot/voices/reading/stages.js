/** What stages are called, by their codes, as the routings have them. */
export const stageNames = (routings = []) =>
  new Map(routings.flatMap(({ stages = [] }) => stages.map(({ code, name }) => [code, name])));
