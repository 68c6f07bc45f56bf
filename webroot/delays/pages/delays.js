import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/delays-page.js';

await speak(() => t('delays.page-title'));
const me = await person();
if (me) {
  const element = show('delays-page', { keeps: can(me, 'delays.keep') });
  watch('delays', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.page = page;
  });
}
