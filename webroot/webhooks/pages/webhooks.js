import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/webhooks-page.js';
import { webhooks } from '../requests.js';

await speak(() => t('webhooks.page-title'));
if (await person()) {
  try {
    const { webhooks: all, types } = await webhooks();
    const opened = Number(new URLSearchParams(location.search).get('endpoint'));
    show('webhooks-page', { webhooks: all, types, opened: all.find(({ id }) => id === opened) });
  } catch (problem) {
    fail(problem);
  }
}
