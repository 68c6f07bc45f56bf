import { t } from '../i18n/words.js';
import { isStaff } from '../reading/access.js';
import { newestHeard } from '../reading/order.js';
import { goLive, gone, heard, notice, person, show, speak } from './start.js';
import '../elements/plant-board.js';

document.body.classList.add('wide');
await speak(() => t('board.page-title'));
const me = await person();
if (me && !isStaff(me)) {
  notice('forbidden', '/orders');
} else if (me) {
  const element = show('plant-board');
  goLive().watch('board', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
    heard(newestHeard(Object.values(page.rows ?? {})));
  });
}
