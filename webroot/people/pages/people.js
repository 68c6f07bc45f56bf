import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/people-page.js';

await speak(() => t('people.page-title'));
const me = await person();
if (me) {
  show('people-page', { me });
}
