import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/surveys-page.js';

await speak(() => t('surveys.page-title'));
const me = await person();
if (me) {
  show('surveys-page', { me });
}
