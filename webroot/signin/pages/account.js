import { header, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/account-page.js';

await speak(() => t('account.page-title'));
const me = await person();
if (me) {
  show('account-page', { me }).addEventListener('me', ({ detail }) => (header.me = detail));
}
