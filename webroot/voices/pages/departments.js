import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/departments-page.js';

await speak(() => t('departments.page-title'));
if (await person()) {
  show('departments-page');
}
