import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/meeting-view.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('meeting.page-title', { number }));
const me = await person();
if (me) {
  let view;
  watch(`meetings/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/meetings');
      return;
    }
    view ??= show('meeting-view', { me });
    view.page = page;
  });
}
