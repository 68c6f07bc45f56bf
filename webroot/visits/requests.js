import { ask, askOnce, edit, newKey, query, upload } from '../base/ask.js';

const visit = (number, rest = '') => `/api/visits/${number}${rest}`;

export const allVisits = (filter) => ask('GET', `/api/visits${query(filter)}`);
export const round = (from) => ask('GET', `/api/visit-round${query({ from })}`);
export const dues = () => ask('GET', '/api/visit-dues');
export const choices = (company) => ask('GET', `/api/visit-choices${query({ company })}`);
export const preparation = (number) => ask('GET', visit(number, '/preparation'));

export const planVisit = (said, key) => askOnce('POST', '/api/visits', said, key);
export const editVisit = ({ number, version }, said) => edit('PUT', visit(number), said, version);
export const sayOutcome = ({ number }, outcome, reason) =>
  askOnce('POST', visit(number, '/outcome'), { outcome, reason }, newKey());

/** The same again under its own id is the same: it may be sent as often as it has to be. */
export const sendRecord = (number, record) => ask('POST', visit(number, '/record'), record);
export const sendPicture = (file) => upload(`/api/photos${query({ name: file.name })}`, file, () => {});

export const correctLine = (number, line, text) => ask('POST', visit(number, '/corrections'), { line, text });
export const confirmRecord = (number) => ask('POST', visit(number, '/confirmation'));

export const covers = () => ask('GET', '/api/visit-covers');
export const saveCover = (said, key) => askOnce('POST', '/api/visit-covers', said, key);
export const endCover = (id) => ask('DELETE', `/api/visit-covers/${id}`);
