import { ask } from '../base/ask.js';

export const businessSteps = async () => (await ask('GET', '/api/epcis/steps')).steps;
export const saveBusinessSteps = async (steps) => (await ask('PUT', '/api/epcis/steps', { steps })).steps;
