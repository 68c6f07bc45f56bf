import { ask, askOnce, edit, query } from '../base/ask.js';

const at = (number, act = '') => `/api/nonconformances/${number}${act}`;
const readerOf = (number, company) => at(number, `/report/readers/${encodeURIComponent(company)}`);

export const report = (number, company) => ask('GET', at(number, `/report${query({ company })}`));
export const sharedReports = async (order) => (await ask('GET', `/api/shared-reports${query({ order })}`)).reports;
export const write = (number, version, said) => edit('PUT', at(number, '/report'), said, version);
export const share = (number, company) => ask('PUT', readerOf(number, company));
export const takeBack = (number, company) => ask('DELETE', readerOf(number, company));
export const raise = (number, said, key) => askOnce('POST', at(number, '/corrections'), said, key);
export const namePurpose = (number, action, said) => ask('PUT', at(number, `/actions/${action}/purpose`), said);
export const book = (number, said, key) => askOnce('POST', at(number, '/costs'), said, key);
export const reverse = (number, entry, reason, key) =>
  askOnce('POST', at(number, `/costs/${entry}/reversal`), { reason }, key);

/** Who works here, for choosing among them. */
export const staff = async () => (await ask('GET', '/api/action-choices')).staff;
