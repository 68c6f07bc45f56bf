import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/routings-page.js';

await speak(() => t('routings.page-title'));
if (await person()) {
  show('routings-page');
}
