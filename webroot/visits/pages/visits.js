import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';

await speak(() => t('visits.page-title'));
const me = await person();
if (me) {
  const isHouse = can(me, 'visits.read');
  await import(isHouse ? '../elements/visits-page.js' : '../elements/visited-page.js');
  const element = show(isHouse ? 'visits-page' : 'visited-page', { me });
  watch('visits', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
  });
}
