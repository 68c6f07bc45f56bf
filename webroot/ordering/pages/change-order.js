import { person, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { keptFor } from '../kept.js';
import { orderDraft } from '../reading/draft.js';
import { companies, placedOrder, routings } from '../requests.js';
import { opened } from '../opening.js';
import '../elements/order-form.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('ordering.change-page-title', { number }));
const me = await person();
if (me) {
  await opened(async () => {
    const kept = keptFor(number);
    const [known, made, placed] = await Promise.all([companies(), routings(), kept?.started ?? placedOrder(number)]);
    const draft = kept?.draft ?? orderDraft(number, placed);
    return { companies: known.companies, routings: made.routings, number, started: placed, draft, kept: Boolean(kept) };
  });
}
