import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/keys-page.js';

await speak(() => t('keys.page-title'));
const me = await person();
if (me) {
  show('keys-page', { me });
}
