import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/messages-list.js';

await speak(() => t('messages.page-title'));
const me = await person();
if (me) {
  const element = show('messages-list', { staff: can(me, 'voices.answer') });
  watch('voices', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
  });
}
