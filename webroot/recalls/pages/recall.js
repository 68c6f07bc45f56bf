import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/recall-desk.js';

const number = location.pathname.split('/')[2];

await speak(() => t('recall.desk-page-title', { number }));
const me = await person();
if (me) {
  let view;
  watch(`recalls/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/');
      return;
    }
    view ??= show('recall-desk');
    view.page = page;
  });
}
