import { t } from '../i18n/words.js';
import { isStaff } from '../reading/access.js';
import { newestHeard } from '../reading/order.js';
import { counts } from '../reading/rows.js';
import { goLive, gone, heard, person, show, speak, voice } from './start.js';
import '../elements/orders-list.js';

let said;

await speak(() => t('orders.page-title'));
const me = await person();
if (me) {
  const element = show('orders-list', { staff: isStaff(me) });
  goLive().watch('orders', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
    const rows = Object.values(page.rows ?? {});
    heard(newestHeard(rows));
    tell(counts(rows, Date.now()));
  });
}

/** Speaks only of what calls for somebody: a list changes far too often to be read aloud. */
function tell({ late, 'at-risk': risk }) {
  const sentence = t('say.list', { late, risk });
  if (said !== undefined && sentence !== said) {
    voice.say(sentence);
  }
  said = sentence;
}
