import { t } from '../i18n/words.js';
import { manages } from '../reading/access.js';
import { notice, person, show, speak } from './start.js';
import '../elements/mail-page.js';

await speak(() => t('mail.page-title'));
const me = await person();
if (me && manages(me).includes('mail')) {
  show('mail-page');
} else if (me) {
  notice('not-yours', '/');
}
