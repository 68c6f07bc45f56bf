import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/products-page.js';

await speak(() => t('ordering.products-page-title'));
const me = await person();
if (me) {
  show('products-page', { me });
}
