import { can } from '../../base/reading/access.js';
import { gone, heard, person, show, speak, voice, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import { newestHeard } from '../reading/order.js';
import { counts } from '../reading/rows.js';
import '../elements/orders-list.js';

let said;

await speak(() => t('orders.page-title'));
const me = await person();
if (me) {
  const element = show('orders-list', { staff: can(me, 'plant.read') });
  watch('orders', ({ page, gone: why }) => {
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
