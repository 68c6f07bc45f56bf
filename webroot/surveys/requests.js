import { ask, askWith, edit } from '../base/ask.js';

const at = (code, rest = '') => `/api/surveys/${encodeURIComponent(code)}${rest}`;

export const surveys = () => ask('GET', '/api/surveys');
export const models = () => ask('GET', '/api/survey-models');
export const oneSurvey = (code) => ask('GET', at(code));
/** `version`: from which the edit started; absent where it is new. */
export const save = (code, plan, version) =>
  version === undefined ? ask('PUT', at(code), plan) : edit('PUT', at(code), plan, version);
export const remove = (code) => ask('DELETE', at(code));
export const open = (code) => ask('POST', at(code, '/opening'));
export const close = (code) => ask('POST', at(code, '/closing'));
export const preview = (code) => ask('GET', at(code, '/preview'));
export const asked = (code) => ask('GET', at(code, '/asked'));
export const askByHand = (code, emails) => ask('POST', at(code, '/asked'), { emails });
export const writeDown = (code, said) => ask('POST', at(code, '/answers'), said);
export const findCompanies = (text) => ask('GET', `/api/companies?limit=8&q=${encodeURIComponent(text)}`);
export const oneCompany = (code) => ask('GET', `/api/companies/${encodeURIComponent(code)}`);

/** What somebody answers, by the secret of a link or, without one, by their session. */
export function answering(code, link) {
  const held = link ? { 'Survey-Link': link } : {};
  return {
    sheet: () => askWith(held, 'GET', at(code)),
    keep: (answers) => askWith(held, 'PUT', at(code, '/draft'), { answers }),
    send: (said) => askWith(held, 'POST', at(code, '/answers'), said),
  };
}

export const mails = () => ask('GET', '/api/survey-mails');
export const chooseMails = (wanted) => ask('PUT', '/api/survey-mails', { asked: wanted });
