/** The steps of a path such as `lines[0].promise.date`. */
const steps = (path) => path.match(/[^.[\]]+/g).map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** What stands at a path; nothing where a step leads nowhere. */
export const at = (value, path) => steps(path).reduce((found, step) => found?.[step], value);

/** The same value with another at a path; what it holds is never changed in place. */
export const put = (value, path, wanted) => replaced(value, steps(path), wanted);

function replaced(value, [step, ...rest], wanted) {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[step] = rest.length === 0 ? wanted : replaced(copy[step], rest, wanted);
  return copy;
}

/** A path without the numbers of lines and requirements in it, by which there are texts for faults. */
export const general = (path = '') => path.replace(/\[\d+\]/g, '');
