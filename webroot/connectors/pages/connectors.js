import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/connectors-page.js';
import { connectors } from '../requests.js';

await speak(() => t('connectors.page-title'));
if (await person()) {
  try {
    show('connectors-page', { connectors: await connectors() });
  } catch (problem) {
    fail(problem);
  }
}
