import { today } from '../../base/format.js';
import { person, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { keptFor } from '../kept.js';
import { emptyOrder } from '../reading/draft.js';
import { companies, nextNumber, routings } from '../requests.js';
import { opened } from '../opening.js';
import '../elements/order-form.js';

await speak(() => t('ordering.new-page-title'));
const me = await person();
if (me) {
  await opened(async () => {
    const kept = keptFor('');
    const [known, made, next] = await Promise.all([companies(), routings(), nextNumber()]);
    const draft = kept?.draft ?? { ...emptyOrder(today()), number: next.number ?? '' };
    return { companies: known.companies, routings: made.routings, draft, kept: Boolean(kept) };
  });
}
