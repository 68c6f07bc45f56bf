import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/meetings-list.js';

await speak(() => t('meetings.page-title'));
const me = await person();
if (me) {
  const element = show('meetings-list', { me });
  watch('meetings', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
  });
}
