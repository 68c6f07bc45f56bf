/** A refusal or a failure, as the server put it (RFC 9457); `status` 0 if it could not be reached. */
export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
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
    throw new Problem(0, 'Unreachable');
  }
  const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '');
  const body = isJson ? await response.json() : undefined;
  if (!response.ok) {
    throw new Problem(response.status, body?.title ?? response.statusText, body?.detail);
  }
  return body;
}

const order = (number) => `/api/orders/${encodeURIComponent(number)}`;

/** Drops what is not asked for: an empty filter is no filter. */
function query(parameters) {
  const wanted = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted)}`;
}

export const whoAmI = () => ask('GET', '/api/me');
export const enter = (token) => ask('POST', '/api/session', { token });
export const enterByGlass = (token) => ask('POST', '/api/glass-session', { token });
export const signOut = () => ask('DELETE', '/api/session');
export const events = (number, after) => ask('GET', `${order(number)}/events${query({ after, limit: 100 })}`);
export const searchOrders = (filter) => ask('GET', `/api/orders${query(filter)}`);
export const makeGlassLink = (number, days) => ask('POST', `${order(number)}/links`, { days });
export const openApi = () => ask('GET', '/api/openapi.json');

/** A file that came with the pages, such as a catalogue of words. */
export const ownFile = (url) => ask('GET', url);
