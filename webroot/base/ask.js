const UNPROVED = 'urn:vitrine:unproved';
const FILE_CHANGED = 'urn:vitrine:file-changed';
const FROM_ELSEWHERE = 'urn:vitrine:from-elsewhere';
const LINES = 'application/x-ndjson';

/** A refusal or a failure, as the server put it (RFC 9457); `status` 0 if it could not be reached. */
export class Problem extends Error {
  constructor(status, { type, title = 'Failed', detail, field, ...more } = {}, retryAfterSeconds) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.field = field;
    /** True where it may be done by whoever proves again that it is them. */
    this.wantsProof = type === UNPROVED;
    /** True where the file that was to be sent is not the one any more that was chosen. */
    this.isFileChanged = type === FILE_CHANGED;
    this.retryAfterSeconds = retryAfterSeconds;
    /** True where something on the way answered in the server's place, such as a proxy. */
    this.isFromElsewhere = type === FROM_ELSEWHERE;
    /** Where somebody else changed it in the meantime (412): how it stands now, who did it, and when. */
    this.current = more.current;
    this.changedBy = more.changedBy;
    this.changedAt = more.changedAt;
  }
}

/** What the server answers; `content` goes there as JSON, unless it is a text of another type. */
export async function ask(method, path, content, type = 'application/json') {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  const sent = content === undefined ? {} : { headers: { 'Content-Type': type }, body };
  return answer(await reach(path, { method, ...sent }));
}

/**
 * The same, given up after so many milliseconds: on a bad network a request may hang for minutes. A file is sent as
 * what it is.
 */
export async function askWithin(millis, method, path, content) {
  const isFile = content instanceof Blob;
  const type = isFile ? content.type || 'application/octet-stream' : 'application/json';
  const body = isFile ? content : JSON.stringify(content);
  const sent = content === undefined ? {} : { headers: { 'Content-Type': type }, body };
  return answer(await reach(path, { method, signal: AbortSignal.timeout(millis), ...sent }));
}

/** The same with more headers, such as a secret that lets whoever holds it ask. */
export async function askWith(more, method, path, content) {
  const sent = content === undefined ? {} : { body: JSON.stringify(content) };
  const headers = content === undefined ? more : { ...more, 'Content-Type': 'application/json' };
  return answer(await reach(path, { method, headers, ...sent }));
}

/** The same where it would do its work once more when it is sent once more: `key` says that it is the same. */
export async function askOnce(method, path, content, key) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  return answer(await reach(path, { method, headers, body: JSON.stringify(content) }));
}

/** Changes something, and says from which version: another one there now is refused with status 412. */
export async function edit(method, path, content, startedFrom) {
  const headers = { 'Content-Type': 'application/json', 'If-Match': `"${startedFrom}"` };
  return answer(await reach(path, { method, headers, body: JSON.stringify(content) }));
}

/** A name for one request, however often it has to be sent. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

/** Sends a file as what it is; `told` hears how much of it is there, from 0 to 1, which `fetch` cannot say. */
export function upload(path, file, told) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && told(loaded / total);
    request.onerror = async () => reject(await notSent(file));
    request.onload = () => {
      const { status, statusText, responseText } = request;
      const names = ['Content-Type', 'Retry-After'].filter((name) => request.getResponseHeader(name));
      const headers = Object.fromEntries(names.map((name) => [name, request.getResponseHeader(name)]));
      resolve(answer(new Response(responseText, { status, statusText, headers })));
    };
    request.send(file);
  });
}

/** Sends a file as it is, which says what it holds itself; what is answered. */
export async function sendFile(path, file) {
  return answer(await reach(path, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file }));
}

/** The same where the answer comes in lines of JSON: `heard` is called with each as it comes. */
export async function sendFileHearing(path, file, heard) {
  const headers = { 'Content-Type': 'text/csv', Accept: LINES };
  return hearing(await reach(path, { method: 'POST', headers, body: file }), heard);
}

/** Does what takes its time; the answer comes in the same way. */
export async function askHearing(path, heard) {
  return hearing(await reach(path, { method: 'POST', headers: { Accept: LINES } }), heard);
}

async function hearing(response, heard) {
  if (!response.ok) {
    await answer(response);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const lines = (rest + read.value).split('\n');
      rest = lines.pop();
      lines.forEach((line) => heard(JSON.parse(line)));
    }
  } catch {
    throw new Problem(0, { title: 'Unreachable' });
  }
}

/** The only place that calls `fetch`. */
async function reach(path, request) {
  try {
    return await fetch(path, request);
  } catch {
    throw await notSent(request.body);
  }
}

/** Browsers send no file that was changed on the disk since it was chosen, and do not say that this is why. */
async function notSent(body) {
  const isThere = !(body instanceof Blob) || (await body.slice(0, 1).arrayBuffer().then(() => true, () => false));
  return new Problem(0, isThere ? { title: 'Unreachable' } : { title: 'The file has changed', type: FILE_CHANGED });
}

async function answer(response) {
  const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '');
  const body = isJson ? await response.json().catch(cutOff) : undefined;
  if (!response.ok) {
    const { headers, status, statusText } = response;
    const said = body ?? { title: statusText, type: FROM_ELSEWHERE };
    throw new Problem(status, said, Number(headers.get('Retry-After')) || undefined);
  }
  return body;
}

function cutOff() {
  throw new Problem(0, { title: 'Unreachable' });
}

/** Everything of a list that is answered page by page, under `name`; `read` is called with where to go on. */
export async function every(name, read) {
  const all = [];
  let page = await read(undefined);
  all.push(...page[name]);
  while (page.next) {
    page = await read(page.next);
    all.push(...page[name]);
  }
  return all;
}

/** Drops what is not asked for: an empty filter is no filter. */
export function query(parameters) {
  const wanted = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted)}`;
}
