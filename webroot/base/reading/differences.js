/**
 * What two people made of the same thing, field by field. `started` is what the edit began with, `mine` what
 * it wants, `theirs` what is there now; a field is settled where only one of them touched it, or both alike.
 */
export const differences = (fields, { started, mine, theirs }) =>
  fields
    .map(({ name, ...field }) => ({ name, ...field, mine: mine[name], theirs: theirs[name], was: started[name] }))
    .filter((field) => !same(field.mine, field.theirs))
    .map((field) => ({ ...field, settled: settledBy(field) }));

/** What is sent once each field is settled: the rest of the form as I want it. */
export const merged = (settled, { mine, theirs }) => ({
  ...mine,
  ...Object.fromEntries(settled.map(({ name, settled: side }) => [name, side === 'mine' ? mine[name] : theirs[name]])),
});

/** Whose word stands without asking. */
function settledBy({ mine, theirs, was }) {
  if (same(theirs, was)) {
    return 'mine';
  }
  return same(mine, was) ? 'theirs' : undefined;
}

/** Absent, null and empty are one: a form has no others. */
export const same = (one, other) => written(one) === written(other);

function written(value) {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return '';
  }
  if (Array.isArray(value)) {
    return `[${value.map(written)}]`;
  }
  return typeof value === 'object'
    ? `{${Object.keys(value)
        .filter((key) => written(value[key]) !== '')
        .sort()
        .map((key) => `${key}:${written(value[key])}`)}}`
    : JSON.stringify(value);
}
