import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/my-surveys.js';

await speak(() => t('surveys.page-title'));
if (await person()) {
  show('my-surveys');
}
