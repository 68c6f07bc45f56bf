import { ask } from '../base/ask.js';

/** How often ranges held that orders were told. */
export const coverage = () => ask('GET', '/api/forecasts');
