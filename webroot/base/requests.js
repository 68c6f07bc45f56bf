import { ask } from './ask.js';

export const whoAmI = (query = '') => ask('GET', `/api/me${query}`);
export const signInOptions = () => ask('GET', '/api/sign-in/options');
export const prefer = (preferences) => ask('PUT', '/api/me/preferences', preferences);
export const workFor = (code) => ask('PUT', '/api/me/company', { code });
export const prove = (proof) => ask('POST', '/api/me/proof', proof);
export const signOut = () => ask('DELETE', '/api/session');
