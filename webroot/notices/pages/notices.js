import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/notices-page.js';

await speak(() => t('notices.page-title'));
if (await person()) {
  const element = show('notices-page');
  watch('notices', ({ page, gone: why }) => {
    if (why) {
      gone(why, '/');
      return;
    }
    element.page = { ...page };
  });
}
