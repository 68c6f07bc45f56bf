const BUYERS = ['customer', 'distributor'];
const STAFF = ['operator', 'account-manager', 'quality-manager', 'administrator'];
const MANAGES = {
  administrator: ['people', 'keys', 'mail', 'audit'],
  'account-manager': ['people', 'mail'],
};

/** Whether somebody works here; else they buy here. */
export const isStaff = ({ role }) => STAFF.includes(role);

/** Whether somebody has a name here; else they look through a glass link. */
export const isPerson = ({ role }) => BUYERS.includes(role) || STAFF.includes(role);

/** What somebody looks after, as the names of its pages. The server decides again at each request. */
export const manages = ({ role }) => MANAGES[role] ?? [];

/** The roles that somebody may give to others. */
export const rolesToGive = ({ role }) =>
  role === 'administrator' ? [...BUYERS, ...STAFF] : role === 'account-manager' ? BUYERS : [];

/** Whether somebody may change people who are here already; others only invite. */
export const mayChangePeople = ({ role }) => role === 'administrator';

/** The companies a contact may look for; with one there is no choice, and staff look for none. */
export const choices = ({ role, companies = [] }) => (BUYERS.includes(role) && companies.length > 1 ? companies : []);

/** Contacts speak for companies, and account managers care for some. */
export const belongsToCompanies = (role) => BUYERS.includes(role) || role === 'account-manager';
