import { t } from '../i18n/words.js';
import { person, show, speak } from './start.js';
import '../elements/account-page.js';

await speak(() => t('account.page-title'));
const me = await person();
if (me) {
  show('account-page', { me });
}
