import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/screen-view.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('meeting.page-title', { number }));
if (await person()) {
  let view;
  watch(`meetings/${number}/screen`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/meetings');
      return;
    }
    view ??= show('screen-view');
    view.page = page;
  });
}
