import { can } from '../../base/reading/access.js';

const CONTACTS = ['customer', 'distributor'];
const STAFF = ['operator', 'account-manager', 'quality-manager', 'administrator'];

/** The roles that somebody may give to others. */
export function rolesToGive(me) {
  if (can(me, 'people.manage')) {
    return [...CONTACTS, ...STAFF];
  }
  return can(me, 'people.invite') ? CONTACTS : [];
}

/** Contacts speak for companies, and account managers care for some. */
export const belongsToCompanies = (role) => CONTACTS.includes(role) || caresForCompanies(role);

export const caresForCompanies = (role) => role === 'account-manager';
