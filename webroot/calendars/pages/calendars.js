import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/calendars-page.js';

await speak(() => t('calendars.page-title'));
if (await person()) {
  show('calendars-page');
}
