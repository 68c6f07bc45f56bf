import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/agreement-page.js';

await speak(() => t('agreement.page-title'));
if (await person()) {
  const element = show('agreement-page');
  watch('agreement', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.page = page;
  });
}
