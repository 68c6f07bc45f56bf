import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/travellers-page.js';
import { openOrders } from '../requests.js';

await speak(() => t('travellers.page-title'));
if (await person()) {
  const wanted = new URLSearchParams(location.search).get('order') ?? '';
  try {
    show('travellers-page', { orders: await openOrders(wanted), sought: wanted });
  } catch (problem) {
    fail(problem);
  }
}
