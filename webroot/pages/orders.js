import { t } from '../i18n/words.js';
import { newestHeard } from '../reading/order.js';
import { goLive, gone, heard, isStaff, person, show, speak, voice } from './start.js';
import '../elements/orders-list.js';

await speak(() => t('orders.page-title'));
const me = await person();
if (me) {
  const element = show('orders-list', { staff: isStaff(me) });
  goLive().watch('orders', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    if (element.list) {
      voice.say(t('say.list'));
    }
    element.list = page;
    heard(newestHeard(Object.values(page.rows ?? {})));
  });
}
