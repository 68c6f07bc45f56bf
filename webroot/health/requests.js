import { ask } from '../base/ask.js';

export const health = () => ask('GET', '/api/health');
