import { ask } from '../base/ask.js';

export const readToday = () => ask('GET', '/api/today');
export const noteBackup = (note) => ask('POST', '/api/backups', note ? { note } : {});
