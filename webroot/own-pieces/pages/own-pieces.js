import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/own-pieces-page.js';

await speak(() => t('own-pieces.page-title'));
const me = await person();
if (me) {
  const page = show('own-pieces-page');
  watch('warranty', ({ page: list, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    page.list = list;
  });
}
