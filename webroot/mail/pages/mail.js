import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/mail-page.js';

await speak(() => t('outbox.page-title'));
if (await person()) {
  show('mail-page');
}
