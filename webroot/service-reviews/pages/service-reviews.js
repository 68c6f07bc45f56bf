import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/service-reviews-page.js';
import { reviews } from '../requests.js';

await speak(() => t('service-reviews.page-title'));
if (await person()) {
  try {
    show('service-reviews-page', { reviews: await reviews() });
  } catch (problem) {
    fail(problem);
  }
}
