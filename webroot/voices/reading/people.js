/** What a person is called who is named by e-mail address. */
export const personName = (person, staff = []) =>
  person?.name ?? staff.find(({ email }) => email === addressOf(person))?.name ?? addressOf(person);

export const addressOf = (person) => (typeof person === 'string' ? person : (person?.email ?? ''));

/** What was typed or chosen as a list: one a line, or with commas between. */
export const listOf = (text = '') => text.split(/[\s,;，；、]+/).filter(Boolean);
