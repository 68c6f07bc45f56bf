import { can } from '../../base/reading/access.js';
import { gone, main, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import { attend } from '../table-requests.js';
import '../elements/kept-texts.js';
import '../elements/meeting-table.js';
import '../elements/meeting-view.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('meeting.page-title', { number }));
const me = await person();
if (me) {
  let view;
  const kept = document.createElement('kept-texts');
  /** Goes on to another view of the meeting, with what somebody was writing in this one. */
  const turn = (why, go) => {
    kept.take(main, why);
    go();
    main.prepend(kept);
  };
  watch(`meetings/${number}`, ({ page, gone: why }) => {
    if (why) {
      turn('gone', () => gone(why, '/meetings'));
      return;
    }
    const wanted = page.state === 'live' ? 'meeting-table' : 'meeting-view';
    if (view?.localName !== wanted) {
      turn(page.state, () => (view = show(wanted, { me, page, isHouse: can(me, 'voices.answer') })));
      wanted === 'meeting-table' && page.can.includes('attend') && attend(number).catch(() => {}); // At the next look.
    }
    view.page = page;
  });
}
