import { can } from '../../base/reading/access.js';
import { gone, heard, person, show, speak, voice, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import { change } from '../reading/history.js';
import '../elements/order-status.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('order.page-title', { number }));
const me = await person();
if (me) {
  const element = show('order-status', { signedIn: true, ships: can(me, 'orders.place') });
  element.connection = watch(`orders/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/orders');
      return;
    }
    const sentence = change(element.page, page);
    if (sentence) {
      voice.say(sentence);
    }
    element.page = page;
    heard(page.heardAt);
  });
}
