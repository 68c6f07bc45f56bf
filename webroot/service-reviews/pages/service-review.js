import { fail, notice, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/service-review-view.js';
import { find } from '../requests.js';

await speak(() => t('service-review.page-title'));
if (await person()) {
  try {
    show('service-review-view', { page: await find(decodeURIComponent(location.pathname.split('/')[2])) });
  } catch (problem) {
    problem.status === 404 ? notice('not-found', '/service-reviews') : fail(problem);
  }
}
