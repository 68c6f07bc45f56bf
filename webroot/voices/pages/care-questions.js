import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/care-questions-page.js';

await speak(() => t('care-questions.page-title'));
if (await person()) {
  show('care-questions-page');
}
