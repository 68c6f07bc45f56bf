import { can } from '../../base/reading/access.js';
import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/kept-page.js';

await speak(() => t('kept.page-title'));
const me = await person();
if (me) {
  show('kept-page', { staff: can(me, 'promises.kept') });
}
