import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, voice, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import { news } from '../reading/thread.js';
import '../elements/voice-view.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);

await speak(() => t('message.page-title', { number }));
const me = await person();
if (me) {
  const isStaff = can(me, 'voices.answer');
  isStaff && (await Promise.all([import('../elements/staff-desk.js'), import('../elements/staff-reply.js')]));
  let view;
  watch(`voices/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, isStaff ? '/inbox' : '/messages');
      return;
    }
    view ??= show('message-page').appendChild(document.createElement('voice-view'));
    const sentence = news(view.page, page);
    sentence && voice.say(sentence);
    Object.assign(view, { page, reader: { name: me.name, isStaff } });
  });
}
