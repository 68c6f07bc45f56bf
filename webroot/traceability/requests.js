import { ask } from '../base/ask.js';

export const lotTree = (code) => ask('GET', `/api/lots/${encodeURIComponent(code)}/tree`);
export const pieceTree = (serial) => ask('GET', `/api/pieces/${encodeURIComponent(serial)}/tree`);
