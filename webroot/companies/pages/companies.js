import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/companies-page.js';

await speak(() => t('companies.page-title'));
const me = await person();
if (me) {
  show('companies-page', { me });
}
