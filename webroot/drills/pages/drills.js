import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/drills-page.js';
import { drills } from '../requests.js';

await speak(() => t('drills.page-title'));
const me = await person();
if (me) {
  try {
    show('drills-page', { drills: await drills() });
  } catch (problem) {
    fail(problem);
  }
}
