const UNPROVED = 'urn:vitrine:unproved';

/** A refusal or a failure, as the server put it (RFC 9457); `status` 0 if it could not be reached. */
export class Problem extends Error {
  constructor(status, { type, title = 'Failed', detail, field } = {}, retryAfterSeconds) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.field = field;
    /** True where it may be done by whoever proves again that it is them. */
    this.wantsProof = type === UNPROVED;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The only place that calls `fetch`. */
async function ask(method, path, content) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: content === undefined ? {} : { 'Content-Type': 'application/json' },
      body: content === undefined ? undefined : JSON.stringify(content),
    });
  } catch {
    throw new Problem(0, { title: 'Unreachable' });
  }
  const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '');
  const body = isJson ? await response.json() : undefined;
  if (!response.ok) {
    const { headers, status, statusText } = response;
    throw new Problem(status, body ?? { title: statusText }, Number(headers.get('Retry-After')) || undefined);
  }
  return body;
}

const order = (number) => `/api/orders/${encodeURIComponent(number)}`;

/** Drops what is not asked for: an empty filter is no filter. */
function query(parameters) {
  const wanted = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted)}`;
}

export const whoAmI = (query = '') => ask('GET', `/api/me${query}`);
export const enter = (token) => ask('POST', '/api/session', { token });
export const enterByGlass = (token) => ask('POST', '/api/glass-session', { token });
export const signOut = () => ask('DELETE', '/api/session');

export const signInOptions = () => ask('GET', '/api/sign-in/options');
export const askForLink = (email) => ask('POST', '/api/sign-in/link', { email });
export const askedHere = (token) => ask('POST', '/api/sign-in/asked', { token });
export const signInByPassword = (email, password) => ask('POST', '/api/sign-in/password', { email, password });
export const signInByCode = (challenge, code) => ask('POST', '/api/sign-in/second-factor', { challenge, code });

export const workFor = (code) => ask('PUT', '/api/me/company', { code });
export const prove = (proof) => ask('POST', '/api/me/proof', proof);
export const changePassword = (passwords) => ask('PUT', '/api/me/password', passwords);
export const beginSecondFactor = (step = {}) => ask('POST', '/api/me/second-factor', step);
export const confirmSecondFactor = (code, step = {}) => ask('PUT', '/api/me/second-factor', { ...step, code });
export const removeSecondFactor = (code, current) => ask('DELETE', '/api/me/second-factor', { code, current });
export const resetSecondFactor = (id, proof) => ask('DELETE', `/api/people/${id}/second-factor`, proof);
export const sessions = () => ask('GET', '/api/sessions');
export const endSession = (id) => ask('DELETE', `/api/sessions/${id}`);
export const endOtherSessions = () => ask('DELETE', '/api/sessions');

export const people = (filter) => ask('GET', `/api/people${query(filter)}`);
export const invite = (person) => ask('POST', '/api/people', person);
export const changePerson = (id, person) => ask('PUT', `/api/people/${id}`, person);
export const inviteAgain = (id) => ask('POST', `/api/people/${id}/invitation`, {});
export const companies = () => ask('GET', '/api/companies');
export const settings = () => ask('GET', '/api/settings');
export const changeSettings = (values) => ask('PUT', '/api/settings', values);

export const keys = () => ask('GET', '/api/keys');
export const makeKey = (key) => ask('POST', '/api/keys', key);
export const rotateKey = (id, overlapHours) => ask('POST', `/api/keys/${id}/rotation`, { overlapHours });
export const revokeKey = (id) => ask('DELETE', `/api/keys/${id}`);

export const mails = (after) => ask('GET', `/api/mail${query({ after })}`);
export const audit = (filter) => ask('GET', `/api/audit${query(filter)}`);
/** Where the same trail is as a file. */
export const auditFile = (filter) => `/api/audit.csv${query(filter)}`;

export const events = (number, after) => ask('GET', `${order(number)}/events${query({ after, limit: 100 })}`);
export const searchOrders = (filter) => ask('GET', `/api/orders${query(filter)}`);
export const glassLinks = (number) => ask('GET', `${order(number)}/links`);
export const makeGlassLink = (number, days, fields) => ask('POST', `${order(number)}/links`, { days, fields });
export const revokeGlassLink = (number, id) => ask('DELETE', `${order(number)}/links/${id}`);
export const askForGlassLink = (token) => ask('POST', '/api/glass-request', { token });
export const openApi = () => ask('GET', '/api/openapi.json');

/** A file that came with the pages, such as a catalogue of words. */
export const ownFile = (url) => ask('GET', url);
