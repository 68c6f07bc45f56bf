import { ask } from '../base/ask.js';

export const enter = (token) => ask('POST', '/api/session', { token });
export const askForLink = (email) => ask('POST', '/api/sign-in/link', { email });
export const askedHere = (token) => ask('POST', '/api/sign-in/asked', { token });
export const signInByPassword = (email, password) => ask('POST', '/api/sign-in/password', { email, password });
export const signInByCode = (challenge, code) => ask('POST', '/api/sign-in/second-factor', { challenge, code });
export const introduce = (who) => ask('PUT', '/api/me/introduction', who);
export const changePassword = (passwords) => ask('PUT', '/api/me/password', passwords);
export const beginSecondFactor = (step = {}) => ask('POST', '/api/me/second-factor', step);
export const confirmSecondFactor = (code, step = {}) => ask('PUT', '/api/me/second-factor', { ...step, code });
export const removeSecondFactor = (code, current) => ask('DELETE', '/api/me/second-factor', { code, current });
export const sessions = () => ask('GET', '/api/sessions');
export const endSession = (id) => ask('DELETE', `/api/sessions/${id}`);
export const endOtherSessions = () => ask('DELETE', '/api/sessions');
