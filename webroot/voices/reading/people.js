/** What a person is called who is named by e-mail address. */
export const personName = (person, staff = []) =>
  person?.name ?? staff.find(({ email }) => email === addressOf(person))?.name ?? addressOf(person);

export const addressOf = (person) => (typeof person === 'string' ? person : (person?.email ?? ''));

/** Everybody who is offered to head a department or to work there, by name. */
export function staffIn({ staff = [], departments = [] }) {
  const known = new Map(staff.map((one) => [one.email, one]));
  for (const { people = {} } of departments) {
    Object.entries(people).forEach(([email, name]) => known.has(email) || known.set(email, { email, name }));
  }
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** What was typed or chosen as a list: one a line, or with commas between. */
export const listOf = (text = '') => text.split(/[\s,;，；、]+/).filter(Boolean);
