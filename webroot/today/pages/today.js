import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/today-page.js';
import { readToday } from '../requests.js';

const READ_AGAIN_MILLIS = 5 * 60_000;

await speak(() => t('today.page-title'));
const me = await person();
if (me) {
  const element = show('today-page', { me });
  watch('today', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.today = page;
  });
  // What is overdue only because time has passed is a change of nothing, and nobody tells of it.
  setInterval(() => readToday().then((page) => (element.today = page), () => {}), READ_AGAIN_MILLIS);
}
