import { t } from '../i18n/words.js';
import { manages } from '../reading/access.js';
import { notice, person, show, speak } from './start.js';
import '../elements/keys-page.js';

await speak(() => t('keys.page-title'));
const me = await person();
if (me && manages(me).includes('keys')) {
  show('keys-page', { me });
} else if (me) {
  notice('not-yours', '/');
}
