import { gone, notice, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/minutes-view.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('recorded.page-title', { number }));
if (await person()) {
  let view;
  watch(`meetings/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/meetings');
    } else if (!page.preparedAt) {
      notice('not-found', `/meetings/${number}`); // There are none before it is over.
    } else {
      view?.isConnected ? (view.page = page) : (view = show('minutes-view', { page }));
    }
  });
}
