import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/routing-beginning.js';
import '../elements/routing-page.js';

await speak(() => t('routings.new-page-title'));
if (await person()) {
  show('routing-beginning').addEventListener('begun', ({ detail }) => show('routing-page', { draft: detail }));
}
