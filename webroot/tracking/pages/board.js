import { gone, heard, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import { newestHeard } from '../reading/order.js';
import '../elements/plant-board.js';

document.body.classList.add('wide');
await speak(() => t('board.page-title'));
if (await person()) {
  const element = show('plant-board');
  watch('board', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
    heard(newestHeard(Object.values(page.rows ?? {})));
  });
}
