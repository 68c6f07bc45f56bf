import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/coverage-page.js';

await speak(() => t('coverage.page-title'));
if (await person()) {
  show('coverage-page');
}
