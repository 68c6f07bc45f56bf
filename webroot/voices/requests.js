import { ask, askOnce, newKey, query, upload } from '../base/ask.js';

const isGlass = globalThis.location?.pathname === '/glass';

/** Whoever looks through a glass link asks as its holder, whoever they are signed in as besides. */
const asked = (parameters = {}) => query(isGlass ? { ...parameters, as: 'glass' } : parameters);

const voice = (number, rest = '') => `/api/voices/${number}${rest}`;
const post = (number, rest, said, key = newKey()) => askOnce('POST', voice(number, rest) + asked(), said, key);

/** What is said is said once, however often it has to be sent: `key` is the same each time. */
export const say = (said, key) => askOnce('POST', `/api/voices${asked()}`, said, key);
export const alike = (order, text) => ask('GET', `/api/voices/alike${asked({ order, text })}`);
export const voices = (filter) => ask('GET', `/api/voices${asked(filter)}`);
export const oneVoice = (number) => ask('GET', voice(number) + asked());

export const answer = (number, said, key) => post(number, '/answers', said, key);
export const askBack = (number, said, key) => post(number, '/questions', said, key);
export const note = (number, said, key) => post(number, '/notes', said, key);
export const handOn = (number, said) => post(number, '/hand-overs', said);
export const assign = (number, person) => post(number, '/assignment', { person });
export const close = (number, said) => post(number, '/closing', said);
export const reopen = (number, said, key) => post(number, '/reopening', said, key);
export const thank = (number, said = {}) => post(number, '/thanks', said);

const cause = (id, rest = '') => `/api/voice-causes/${id}${rest}`;
export const makeCause = (said) => askOnce('POST', '/api/voice-causes', said, newKey());
export const joinCause = (id, number) => ask('POST', cause(id, '/voices'), { voice: number });
export const leaveCause = (id, number) => ask('DELETE', cause(id, `/voices/${number}`));
export const answerCause = (id, said, key) => askOnce('POST', cause(id, '/answers'), said, key);

export const sendPhoto = (file, told) => upload(`/api/photos${asked({ name: file.name })}`, file, told);
export const photo = (number, id) => voice(number, `/photos/${id}`) + asked();
export const thumbnail = (number, id) => voice(number, `/photos/${id}/thumbnail`) + asked();

export const departments = () => ask('GET', '/api/departments');
export const saveDepartment = (code, said) => ask('PUT', `/api/departments/${encodeURIComponent(code)}`, said);
export const calendars = () => ask('GET', '/api/calendars');
export const commitments = () => ask('GET', '/api/commitments');
export const saveCommitments = (said) => ask('PUT', '/api/commitments', said);
export const careQuestions = () => ask('GET', '/api/care-questions');
export const saveCareQuestions = (said) => ask('PUT', '/api/care-questions', said);
export const settings = () => ask('GET', '/api/voice-settings');
export const saveSettings = (said) => ask('PUT', '/api/voice-settings', said);
export const figures = (months) => ask('GET', `/api/voices/figures${query(months)}`);
export const figuresFile = (months) => `/api/voices/figures${query({ ...months, format: 'csv' })}`;

export const confirmSolved = (said) => ask('POST', '/api/voice-confirmations', said);
export const answerCare = (said) => ask('POST', '/api/care-answers', said);
