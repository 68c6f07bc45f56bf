import { t } from '../i18n/words.js';
import { person, speak } from './start.js';

await speak(() => t('title'));
const me = await person();
if (me) {
  location.replace(['customer', 'distributor'].includes(me.role) ? '/orders' : '/board');
}
