import { can } from '../../base/reading/access.js';
import { fail, notice, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/drill-view.js';
import { drill } from '../requests.js';

await speak(() => t('drill.page-title'));
const me = await person();
if (me) {
  try {
    const page = await drill(location.pathname.split('/')[2]);
    show('drill-view', { page, decides: can(me, 'nonconformances.contain') });
  } catch (problem) {
    problem.status === 404 ? notice('not-found', '/drills') : fail(problem);
  }
}
