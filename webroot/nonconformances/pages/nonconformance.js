import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/nonconformance-view.js';

const number = location.pathname.split('/')[2];

await speak(() => t('nonconformance.page-title', { number }));
const me = await person();
if (me) {
  let view;
  watch(`nonconformances/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/nonconformances');
      return;
    }
    view ??= show('nonconformance-view', { me, decides: can(me, 'nonconformances.contain') });
    view.page = page;
  });
}
