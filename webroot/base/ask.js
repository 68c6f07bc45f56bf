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

/** The only place that calls `fetch`. What is sent is JSON, unless it is a text of another type. */
export async function ask(method, path, content, type = 'application/json') {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: content === undefined ? {} : { 'Content-Type': type },
      body: content === undefined || typeof content === 'string' ? content : JSON.stringify(content),
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

/** Drops what is not asked for: an empty filter is no filter. */
export function query(parameters) {
  const wanted = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted)}`;
}
