import { can } from '../../base/reading/access.js';
import { notice, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { results } from '../requests.js';
import '../elements/survey-figures.js';

const code = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('survey-figures.page-title', { code }));
const me = await person();
if (me) {
  try {
    const page = await results(code);
    show('survey-figures', { page, keeps: can(me, 'surveys.keep'), meets: can(me, 'meetings.keep') });
  } catch ({ status }) {
    notice(status === 404 ? 'not-found' : 'failed', '/surveys');
  }
}
