import { ask } from '../base/ask.js';

const at = (code) => `/api/calendars/${encodeURIComponent(code)}`;

export const calendars = () => ask('GET', '/api/calendars');
/** What would become of it, and how much would move. */
export const tryCalendar = ({ code, ...calendar }) => ask('PUT', `${at(code)}?dryRun=true`, calendar);
export const saveCalendar = ({ code, ...calendar }) => ask('PUT', at(code), calendar);
/** Where its holidays and worked days are as a file. */
export const daysFile = (code) => `${at(code)}.ics`;
export const tryDays = (code, text) => ask('POST', `${daysFile(code)}?dryRun=true`, text, 'text/calendar');
export const importDays = (code, text) => ask('POST', daysFile(code), text, 'text/calendar');
