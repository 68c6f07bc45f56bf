import { t } from '../i18n/words.js';
import { manages } from '../reading/access.js';
import { notice, person, show, speak } from './start.js';
import '../elements/audit-page.js';

await speak(() => t('audit.page-title'));
const me = await person();
if (me && manages(me).includes('audit')) {
  show('audit-page');
} else if (me) {
  notice('not-yours', '/');
}
