import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/departments-page.js';

await speak(() => t('departments.page-title'));
const me = await person();
if (me) {
  show('departments-page', { me });
}
