import { ask, edit, query } from '../base/ask.js';

const company = (code, rest = '') => `/api/companies/${encodeURIComponent(code)}${rest}`;

export const companies = (filter) => ask('GET', `/api/companies${query(filter)}`);
export const oneCompany = (code) => ask('GET', company(code));
/** Where there is none of this code yet. */
export const addCompany = (code, said) => ask('PUT', company(code), said);
export const saveCompany = (code, said, startedFrom) => edit('PUT', company(code), said, startedFrom);
export const agreed = (code, after) => ask('GET', company(code, `/agreed${query({ after, limit: 10 })}`));
/** Who can look after companies, and which of them the reader is. */
export const accountManagers = () => ask('GET', '/api/account-managers');
export const peopleOf = (code) => ask('GET', `/api/people${query({ company: code, limit: 50 })}`);
export const previewMerge = (code, into) => ask('GET', company(code, `/merge/preview${query({ into })}`));
export const mergeInto = (code, into) => ask('POST', company(code, '/merge'), { into });
