import { t } from '../i18n/words.js';
import { manages } from '../reading/access.js';
import { notice, person, show, speak } from './start.js';
import '../elements/people-page.js';

await speak(() => t('people.page-title'));
const me = await person();
if (me && manages(me).includes('people')) {
  show('people-page', { me });
} else if (me) {
  notice('not-yours', '/');
}
