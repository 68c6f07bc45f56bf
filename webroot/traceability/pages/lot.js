import { openTrace } from '../opening.js';
import { lotTree } from '../requests.js';

await openTrace(lotTree);
