import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/loyalty-page.js';

await speak(() => t('loyalty.page-title'));
if (await person()) {
  show('loyalty-page');
}
