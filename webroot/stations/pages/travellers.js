import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/travellers-page.js';
import { openOrders } from '../requests.js';

await speak(() => t('travellers.page-title'));
if (await person()) {
  const wanted = new URLSearchParams(location.search).get('order') ?? '';
  try {
    const orders = await openOrders(wanted);
    const chosen = orders.map(({ number }) => number).filter((number) => number === wanted);
    show('travellers-page', { orders, sought: wanted, chosen });
  } catch (problem) {
    fail(problem);
  }
}
