import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/reviews-page.js';

await speak(() => t('reviews.page-title'));
const me = await person();
if (me) {
  show('reviews-page', { me });
}
