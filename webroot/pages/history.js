import { t } from '../i18n/words.js';
import { goLive, gone, heard, person, show, speak } from './start.js';
import '../elements/order-history.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('history.page-title', { number }));
if (await person()) {
  const element = show('order-history', { number });
  goLive().watch(`orders/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/orders');
      return;
    }
    element.page = page;
    heard(page.heardAt);
  });
}
