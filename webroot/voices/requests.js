import { ask, askOnce, newKey, query, upload } from '../base/ask.js';

const isGlass = globalThis.location?.pathname === '/glass';

/** Whoever looks through a glass link asks as its holder, whoever they are signed in as besides. */
const asked = (parameters = {}) => query(isGlass ? { ...parameters, as: 'glass' } : parameters);

const voice = (number, rest = '') => `/api/voices/${number}${rest}`;

/** What is said is said once, however often it has to be sent: `key` is the same each time. */
export const say = (said, key) => askOnce('POST', `/api/voices${asked()}`, said, key);
export const alike = (order, text) => ask('GET', `/api/voices/alike${asked({ order, text })}`);
/** By words, or by the number. */
export const lookFor = (text) => voices({ text: text.trim(), limit: 10 });
export const voices = (filter) => ask('GET', `/api/voices${asked(filter)}`);
export const oneVoice = (number) => ask('GET', voice(number) + asked());

/**
 * What is done with a message, with the version of the page that whoever does it has before them: where
 * something happened since that they would want to know of, it is refused.
 */
const act = ({ number, version }, rest, said, key = newKey()) =>
  askOnce('POST', voice(number, rest) + asked(), { ...said, version }, key);

/** `key` is the same however often the same words have to be sent. */
export const answer = (page, said, key) => act(page, '/answers', said, key);
export const askBack = (page, said, key) => act(page, '/questions', said, key);
export const handOn = (page, said) => act(page, '/hand-overs', said);
export const assign = (page, person) => act(page, '/assignment', { person });
export const close = (page, said) => act(page, '/closing', said);
export const reopen = (page, said, key) => act(page, '/reopening', said, key);
export const note = ({ number }, said, key) => askOnce('POST', voice(number, '/notes'), said, key);
export const thank = ({ number }, said = {}) => ask('POST', voice(number, '/thanks') + asked(), said);
export const see = ({ number }) => ask('POST', voice(number, '/seeing'));

const cause = (id, rest = '') => `/api/voice-causes/${id}${rest}`;
export const makeCause = (said) => ask('POST', '/api/voice-causes', said);
export const joinCause = (id, number) => ask('POST', cause(id, '/voices'), { voice: number });
export const leaveCause = (id, number) => ask('DELETE', cause(id, `/voices/${number}`));
export const answerCause = (id, said) => ask('POST', cause(id, '/answers'), said);

export const sendPhoto = (file, told) => upload(`/api/photos${asked({ name: file.name })}`, file, told);
export const photo = (number, id) => voice(number, `/photos/${id}`) + asked();
export const thumbnail = (number, id) => voice(number, `/photos/${id}/thumbnail`) + asked();

export const departments = () => ask('GET', '/api/departments');
export const saveDepartment = (code, said) => ask('PUT', `/api/departments/${encodeURIComponent(code)}`, said);
export const removeDepartment = (code) => ask('DELETE', `/api/departments/${encodeURIComponent(code)}`);
export const routings = () => ask('GET', '/api/routings');
export const calendars = () => ask('GET', '/api/calendars');
export const commitments = () => ask('GET', '/api/commitments');
export const saveCommitments = (said) => ask('PUT', '/api/commitments', said);
export const careQuestions = () => ask('GET', '/api/care-questions');
export const saveCareQuestions = (said) => ask('PUT', '/api/care-questions', said);
export const settings = () => ask('GET', '/api/voice-settings');
export const saveSettings = (said) => ask('PUT', '/api/voice-settings', said);
export const figures = (months) => ask('GET', `/api/voices/figures${query(months)}`);
export const figuresFile = (months) => `/api/voices/figures${query({ ...months, format: 'csv' })}`;

/** What a mailed link asks, by its secret. */
export const askedByMail = (token) => ask('POST', '/api/voice-questions', { token });
export const confirmSolved = (said) => ask('POST', '/api/voice-confirmations', said);
export const answerCare = (said) => ask('POST', '/api/care-answers', said);
