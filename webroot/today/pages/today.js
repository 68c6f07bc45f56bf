import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/today-page.js';

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
}
