import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/inbox-page.js';

document.body.classList.add('wide');
await speak(() => t('inbox.page-title'));
const me = await person();
if (me) {
  const element = show('inbox-page', { me });
  watch('inbox', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
  });
}
