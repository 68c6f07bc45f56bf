import { noticePage } from '../notice-page.js';
import '../elements/recall-letter.js';

await noticePage('recall-letter', ({ manufacturer }) => ({ manufacturer }));
