import { openTrace } from '../opening.js';
import { pieceTree } from '../requests.js';

await openTrace(pieceTree);
