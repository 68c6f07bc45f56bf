import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/commitments-page.js';

await speak(() => t('commitments.page-title'));
if (await person()) {
  show('commitments-page');
}
