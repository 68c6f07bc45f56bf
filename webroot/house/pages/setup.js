import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/setup-page.js';

await speak(() => t('setup.page-title'));
const me = await person();
if (me) {
  show('setup-page', { me });
}
