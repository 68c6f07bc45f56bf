import { gone, heard, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/order-history.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('history.page-title', { number }));
if (await person()) {
  const element = show('order-history', { number });
  watch(`orders/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/orders');
      return;
    }
    element.page = page;
    heard(page.heardAt);
  });
}
