import { can } from '../../base/reading/access.js';
import { gone, notice, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import { oneAction } from '../requests.js';
import '../elements/action-view.js';

const number = location.pathname.split('/')[2];

await speak(() => t('action.page-title', { number }));
const me = await person();
if (me) {
  const isStaff = can(me, 'actions.do');
  const view = document.createElement('action-view');
  Object.assign(view, { me, isStaff, keeps: can(me, 'actions.keep') });
  let seen;
  const read = async () => {
    try {
      view.action = await oneAction(number);
      view.isConnected || show('action-page').append(view);
    } catch ({ status }) {
      notice(status === 404 ? 'not-found' : 'failed', '/actions');
    }
  };
  watch('actions', ({ page, gone: why }) => {
    if (why) {
      gone(why, '/actions');
      return;
    }
    const row = JSON.stringify(page.rows?.[number] ?? '');
    row === seen || read();
    seen = row;
  });
}
