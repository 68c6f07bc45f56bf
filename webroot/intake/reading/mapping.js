/**
 * Where each of our columns is read from. A choice is `{from}`, one of the file's columns, or `{constant}`, what stands
 * in every row, or `{}`: nothing; with `values`, what the file's values are called here, and with `day`, in which
 * format its days are written.
 */

/** A name as it is compared: `Customer reference` is `customer_reference`. */
const plain = (name) => name.toLowerCase().replace(/[\s./-]+/g, '_');

/**
 * What one of our columns is read from; days in the format that alone fits them (`days`), so that the next file, whose
 * days may fit another as well, is read in the same way. A year that comes first is understood anyway.
 */
export function readFrom(from, { day: holdsDays }, days = {}) {
  const [day, ...others] = days[from] ?? [];
  return holdsDays && day && day !== 'year-month-day' && others.length === 0 ? { from, day } : { from };
}

/** The choices for a file nobody has mapped yet: columns of the same name. */
export const matched = (ours, theirs, days) =>
  Object.fromEntries(
    ours.map((one) => {
      const { name } = one;
      const from = theirs.find((column) => column === name) ?? theirs.find((column) => plain(column) === name);
      return [name, from === undefined ? {} : readFrom(from, one, days)];
    }),
  );

/** The choices as a mapping had them that is remembered; what it leaves open goes by name. */
export function recalled(ours, theirs, { columns = {}, constants = {}, values = {}, empty = [], days = {} }) {
  const taken = Object.values(columns).map((column) => column.toLowerCase());
  const known = (column) => theirs.find((there) => there === column?.trim().toLowerCase());
  return Object.fromEntries(
    ours.map(({ name }) => {
      const own = theirs.includes(name) && !taken.includes(name) && !empty.includes(name) ? name : undefined;
      const from = known(columns[name]) ?? own;
      const choice = name in constants ? { constant: constants[name] } : from === undefined ? {} : { from };
      const as = { ...(values[name] && { values: values[name] }), ...(days[name] && { day: days[name] }) };
      return [name, { ...choice, ...as }];
    }),
  );
}

/** The mapping that says the same as these choices. */
export function asMapping(choices, theirs, numbersLines) {
  const entries = Object.entries(choices);
  const of = (part, wanted) =>
    Object.fromEntries(entries.filter(([, choice]) => wanted(choice)).map(([name, choice]) => [name, choice[part]]));
  const columns = of('from', ({ from }) => from !== undefined);
  const constants = of('constant', ({ constant }) => constant !== undefined);
  return {
    columns,
    constants,
    values: of('values', ({ values }) => values && Object.keys(values).length > 0),
    days: of('day', ({ from, day }) => from !== undefined && day !== undefined),
    empty: entries
      .filter(([name, { from, constant }]) => from === undefined && constant === undefined && theirs.includes(name))
      .map(([name]) => name),
    ...(numbersLines ? { number: 'line' } : {}),
  };
}

const isSaid = (choice) => choice?.from !== undefined || Boolean(choice?.constant);

/** Our columns that have to come from somewhere, and do not; for some another may stand in. */
export const missing = (choices, ours) =>
  ours
    .filter(({ name, needed, or }) => needed && !isSaid(choices[name]) && !isSaid(choices[or]))
    .map(({ name }) => name);

/** The file's columns that nothing is read from. */
export const unused = (choices, theirs) => {
  const read = new Set(Object.values(choices).map(({ from }) => from));
  return theirs.filter((column) => !read.has(column));
};

/** What the file's values are called here, as it is written: `DEMO-BENCH = shop`, one a line. */
export const translated = (text) =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.split('='))
      .filter((parts) => parts.length > 1 && parts[0].trim() !== '')
      .map(([theirs, ...ours]) => [theirs.trim(), ours.join('=').trim()]),
  );

export const written = (values = {}) => Object.entries(values).map((pair) => pair.join(' = ')).join('\n');

/** A name for where a file comes from: its own, without what tells it from the next one, and not one that is taken. */
export function nameFor(kind, file, taken) {
  const name = file
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/[\s._-]*\d[\d\s._-]*$/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .slice(0, 50)
    .trim();
  const plainly = name === '' || name === 'remembered' ? kind : name;
  const names = [plainly, ...Array.from({ length: 1_000 }, (_, at) => `${plainly} ${at + 2}`)];
  return names.find((one) => !taken.includes(one));
}
