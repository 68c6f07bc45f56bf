import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/audit-page.js';

await speak(() => t('audit.page-title'));
if (await person()) {
  show('audit-page');
}
