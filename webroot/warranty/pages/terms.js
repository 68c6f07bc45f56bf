import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/terms-page.js';

await speak(() => t('terms.page-title'));
if (await person()) {
  show('terms-page');
}
