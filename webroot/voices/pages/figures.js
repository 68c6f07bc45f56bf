import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/figures-page.js';

await speak(() => t('figures.page-title'));
if (await person()) {
  show('figures-page');
}
