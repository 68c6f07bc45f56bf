import { can } from '../../base/reading/access.js';
import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/scorecard-page.js';

await speak(() => t('scorecard.page-title'));
const me = await person();
if (me) {
  show('scorecard-page', { keeps: can(me, 'scorecard.keep') });
}
