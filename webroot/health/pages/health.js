import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/health-page.js';

await speak(() => t('health.page-title'));
if (await person()) {
  show('health-page');
}
