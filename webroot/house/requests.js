import { ask, edit } from '../base/ask.js';

const at = (path, code) => `/api/${path}/${encodeURIComponent(code)}`;

export const setup = () => ask('GET', '/api/setup');
export const putAway = (away) => ask('PUT', '/api/setup', { putAway: away });
export const example = () => ask('GET', '/api/example');
export const fillExample = () => ask('POST', '/api/example');
export const takeExampleAway = () => ask('DELETE', '/api/example');
export const house = () => ask('GET', '/api/house');
export const saveHouse = (wanted, version) => edit('PUT', '/api/house', wanted, version);
export const saveHours = (calendar) => ask('PUT', at('calendars', 'plant'), calendar);
export const companies = () => ask('GET', '/api/companies');
export const saveCompany = (code, company) => ask('PUT', at('companies', code), company);
export const templates = () => ask('GET', '/api/routing-templates');
export const routings = () => ask('GET', '/api/routings');
export const saveRouting = (code, routing) => ask('PUT', at('routings', code), routing);
export const placeOrder = (number, order) => ask('PUT', at('orders', number), order);
export const report = (content) => ask('POST', '/api/reports', content);
export const invite = (person) => ask('POST', '/api/people', person);
