import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/note-text.js';

await speak(() => t('notes.page-title'));
if (await person()) {
  const element = show('note-text');
  watch('notes/board', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.note = page;
  });
}
