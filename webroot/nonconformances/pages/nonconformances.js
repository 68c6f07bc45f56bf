import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/nonconformances-page.js';

await speak(() => t('nonconformances.page-title'));
const me = await person();
if (me) {
  const element = show('nonconformances-page', { decides: can(me, 'nonconformances.contain') });
  watch('nonconformances', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
  });
}
