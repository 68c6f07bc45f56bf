import { fail, notice, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { routing } from '../requests.js';
import '../elements/routing-page.js';

const code = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('routings.one-page-title', { code }));
if (await person()) {
  try {
    show('routing-page', { stored: await routing(code) });
  } catch (problem) {
    problem.status === 404 ? notice('not-found', '/routings') : fail(problem);
  }
}
