import { t } from '../i18n/words.js';
import { isStaff } from '../reading/access.js';
import { person, speak } from './start.js';

await speak(() => t('title'));
const me = await person();
if (me) {
  location.replace(isStaff(me) ? '/board' : '/orders');
}
