import { ask } from '../base/ask.js';

export const openApi = () => ask('GET', '/api/openapi.json');
