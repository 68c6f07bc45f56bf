import { notice, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { keptHere } from '../reading/kept.js';
import { outcome } from '../requests.js';
import '../elements/survey-outcome.js';

const code = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('survey-outcome.page-title'));
if (await person()) {
  try {
    const page = await outcome(code);
    show('survey-outcome', { outcome: page, kept: page.survey.privacy === 'anonymous' ? keptHere(code) : undefined });
  } catch ({ status }) {
    notice(status === 404 ? 'not-found' : 'failed', '/my-surveys');
  }
}
