import { noticePage } from '../notice-page.js';
import '../elements/notice-view.js';

await noticePage('notice-view');
