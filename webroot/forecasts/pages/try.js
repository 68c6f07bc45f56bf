import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/try-page.js';

await speak(() => t('tried.page-title'));
if (await person()) {
  show('try-page');
}
